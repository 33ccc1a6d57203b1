/// A sentence cut at its places once, so that filling it looks nothing up: `In {period} {n} customers wrote.`
public struct Phrase: Sendable {
  public enum Part: Sendable, Equatable {
    case text(String)
    case place(String)
  }

  let source: String
  public let parts: [Part]

  public init(_ source: String) {
    self.source = source
    var parts: [Part] = []
    var rest = source[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      if open > rest.startIndex { parts.append(.text(String(rest[..<open]))) }
      parts.append(.place(String(rest[rest.index(after: open)..<close])))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { parts.append(.text(String(rest))) }
    self.parts = parts
  }

  /// The text with every place filled; a place without a value stays as it is written.
  func filled(_ value: (String) -> String?) -> String {
    if parts.count == 1, case .text(let words) = parts[0] { return words }
    var text = ""
    for part in parts {
      switch part {
      case .text(let words): text += words
      case .place(let name): text += value(name) ?? "{\(name)}"
      }
    }
    return text
  }

  /// The same from a few values by name.
  public func callAsFunction(_ values: KeyValuePairs<String, String> = [:]) -> String {
    filled { name in values.first { $0.key == name }?.value }
  }
}

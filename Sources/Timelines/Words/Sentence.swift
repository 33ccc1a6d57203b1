/// A sentence of the language's words, cut at its places once so that filling it looks nothing up.
struct Sentence: Sendable {
  private let parts: [Part]

  private enum Part: Sendable {
    case text(String)
    case place(String)
  }

  init(_ source: String) {
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
}

extension Sentence {
  /// The text with its places filled; a place without a value stays as it is written.
  func callAsFunction(_ values: KeyValuePairs<String, String> = [:]) -> String {
    var text = ""
    for part in parts {
      switch part {
      case .text(let words): text += words
      case .place(let name): text += values.first { $0.key == name }?.value ?? "{\(name)}"
      }
    }
    return text
  }
}

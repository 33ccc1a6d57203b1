/// HTML that is known to be safe: it came from a template, from libcmark's safe mode or from our own writers.
/// Text becomes `Markup` only by being escaped.
public struct Markup: Equatable, Sendable {
  public private(set) var bytes: [UInt8]

  /// Trusts `bytes`: the caller is a writer of markup.
  public init(trusted bytes: [UInt8] = []) { self.bytes = bytes }

  /// Trusts `text`: the caller is a writer of markup.
  public init(trusted text: String) { bytes = Array(text.utf8) }

  /// Escapes `text` for element content and quoted attribute values alike.
  public init(escaping text: String) {
    bytes = []
    bytes.appendEscaped(text)
  }

  public var isEmpty: Bool { bytes.isEmpty }
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  public static func + (a: Markup, b: Markup) -> Markup { Markup(trusted: a.bytes + b.bytes) }
}

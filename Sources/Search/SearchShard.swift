/// A piece of the index as a classic script: one call with a name and a text. What customers wrote is in it as text
/// alone: nothing in it ends the literal or the script.
public struct SearchShard: Sendable {
  /// How many customers or pages lie in a shard of documents, and how many messages.
  public static let documents = 128
  public static let messages = 64

  private(set) var body: [UInt8] = []

  public init() {}
}

extension SearchShard {
  var count: Int { body.count }

  /// Appends a field's text; line breaks, tabs and other controls become blanks.
  public mutating func append(_ text: some Sequence<UInt8>) {
    for byte in text { body.append(byte < 0x20 || byte == 0x7F ? 0x20 : byte) }
  }

  public mutating func append(_ text: String) { append(text.utf8) }

  /// Appends text with every run of blanks as one, up to so many bytes; an ellipsis stands for what is left out.
  public mutating func append(_ text: UnsafeBufferPointer<UInt8>, atMost most: Int) {
    let start = body.count
    var isBlank = true
    for (index, byte) in text.enumerated() {
      if byte <= 0x20 || byte == 0x7F {
        if !isBlank { body.append(0x20) }
        isBlank = true
        continue
      }
      if body.count - start >= most, byte & 0xC0 != 0x80, index > 0 {
        if isBlank { body.removeLast() }
        return append("…")
      }
      body.append(byte)
      isBlank = false
    }
    if isBlank, body.count > start { body.removeLast() }
  }

  /// Appends a whole number from 0 on in the form of the index.
  public mutating func append(number: Int) { NumberText.append(number, to: &body) }

  /// Ends a field.
  public mutating func endField() { body.append(0x09) }

  /// Ends a document or a term.
  public mutating func endLine() { body.append(0x0A) }

  /// Appends what has no controls but those that are meant.
  mutating func append(raw bytes: some Sequence<UInt8>) { body.append(contentsOf: bytes) }

  mutating func removeAll() { body.removeAll(keepingCapacity: true) }

  /// The file's bytes.
  /// - Parameter name: without its folder and ending.
  public func script(_ name: String) -> [UInt8] {
    var bytes = Array("triptychShard(\"\(name)\",`".utf8)
    bytes.reserveCapacity(body.count + body.count / 64 + 64)
    SearchShard.appendEscaped(body, to: &bytes)
    bytes.append(contentsOf: "`)\n".utf8)
    return bytes
  }

  /// For a template literal: backslashes, backticks, dollar signs and `<`, and the two line separators.
  static func appendEscaped(_ text: [UInt8], to bytes: inout [UInt8]) {
    for (index, byte) in text.enumerated() {
      switch byte {
      case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "$"): bytes += [UInt8(ascii: "\\"), byte]
      case UInt8(ascii: "<"): bytes.append(contentsOf: "\\x3c".utf8)
      case 0xA8 where isSeparator(text, index): bytes.replaceSeparator("\\u2028")
      case 0xA9 where isSeparator(text, index): bytes.replaceSeparator("\\u2029")
      default: bytes.append(byte)
      }
    }
  }

  private static func isSeparator(_ text: [UInt8], _ index: Int) -> Bool {
    index >= 2 && text[index - 1] == 0x80 && text[index - 2] == 0xE2
  }
}

extension [UInt8] {
  fileprivate mutating func replaceSeparator(_ escape: String) {
    removeLast(2)
    append(contentsOf: escape.utf8)
  }
}

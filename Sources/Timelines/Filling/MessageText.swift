import CommonMark
import HTML

/// A message's text as markup, by the format that its author writes.
enum MessageText {
  /// In bytes; a longer one is folded.
  static let longest = 20_000

  /// Appends the text as markup, without the end of its last line.
  static func write(_ text: UnsafeBufferPointer<UInt8>, _ format: MessageFormat, to bytes: inout [UInt8]) {
    let begin = bytes.count
    switch format {
    case .plain: renderPlain(text, into: &bytes)
    case .commonmark: renderMessage(text, into: &bytes)
    }
    if bytes.count > begin, bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
  }
}

import HTML

/// A message that holds nothing Markdown would change: most of them. It is written without a syntax tree, several
/// times faster.
struct Prose {
  private let text: UnsafeBufferPointer<UInt8>

  /// Nil if there may be anything but paragraphs of plain lines.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    guard !text.isEmpty, text.first != byteOrderMark, !isBlank(text[text.count - 1]) else { return nil }
    var previous = newline
    for byte in text {
      if byte == newline ? isBlank(previous) : !isPlain(byte) { return nil }
      if previous == newline, !canBeginLine(byte) { return nil }
      previous = byte
    }
    guard text.isUsual || String(validating: text, as: UTF8.self) != nil else { return nil }
    self.text = text
  }
}

extension Prose {
  func render(into output: inout [UInt8]) {
    var isOpen = false
    for line in text.split(separator: newline, omittingEmptySubsequences: false) {
      if line.isEmpty {
        if isOpen { output.append("</p>\n") }
        isOpen = false
      } else {
        output.append(isOpen ? "\n" : "<p>")
        output.appendEscapedDroppingControls(UnsafeBufferPointer(rebasing: line))
        isOpen = true
      }
    }
    if isOpen { output.append("</p>\n") }
  }
}

private let newline = UInt8(ascii: "\n")
/// The first byte of U+FEFF, which libcmark drops, and of some others, for which nothing is lost.
private let byteOrderMark: UInt8 = 0xEF

private func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

/// Not a control character, nor one that means something inside a line.
private func isPlain(_ byte: UInt8) -> Bool {
  switch byte {
  case 0..<0x20, 0x7F: false
  case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "["), UInt8(ascii: "<"): false
  case UInt8(ascii: "&"), UInt8(ascii: "\\"), UInt8(ascii: "|"): false
  default: true
  }
}

/// Not one that means something at the beginning of a line: a blank, a digit, a mark of a block.
private func canBeginLine(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: " "), UInt8(ascii: "#"), UInt8(ascii: ">"): false
  case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "="), UInt8(ascii: "~"): false
  default: true
  }
}

/// Appends a message as its writer typed it: a `<p>` for each run of lines between blank lines, a `<br>` for each
/// newline inside it.
///
/// Nothing in the text becomes markup or a link. Control characters are dropped, except tabs and newlines; characters
/// that set the direction of writing stay, so the element around has to isolate it (`dir="auto"`). Invalid UTF-8
/// becomes U+FFFD. Newlines are LF, CRLF and CR. Text without a visible line gives nothing.
public func renderPlain(_ text: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
  if text.isUsual { return renderLines(of: text, into: &output) }
  var repaired = String(decoding: text, as: UTF8.self)
  repaired.withUTF8 { renderLines(of: $0, into: &output) }
}

private func renderLines(of text: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
  var isOpen = false
  forEachLine(of: text) { line in
    guard line.contains(where: { $0 > 0x20 && $0 != 0x7F }) else {
      if isOpen { output.append("</p>\n") }
      isOpen = false
      return
    }
    output.append(isOpen ? "<br>\n" : "<p>")
    output.appendEscapedDroppingControls(line)
    isOpen = true
  }
  if isOpen { output.append("</p>\n") }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether it is nothing but visible ASCII, blanks and newlines, as most messages are: valid UTF-8 without controls.
  public var isUsual: Bool { firstByte(from: 0, SpecialBytes.isUnusual, SpecialBytes.mayBeUnusual) == count }
}

private func forEachLine(of text: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
  var start = 0
  var index = 0
  while index < text.count {
    let byte = text[index]
    index += 1
    guard byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") else { continue }
    body(UnsafeBufferPointer(rebasing: text[start..<index - 1]))
    if byte == UInt8(ascii: "\r"), index < text.count, text[index] == UInt8(ascii: "\n") { index += 1 }
    start = index
  }
  body(UnsafeBufferPointer(rebasing: text[start...]))
}

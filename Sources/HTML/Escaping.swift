/// Writers of HTML append to one `[UInt8]`. Escaping works on bytes, so that a combining mark after a quote cannot
/// hide the quote.
extension [UInt8] {
  /// Appends text that is markup already.
  @inline(__always)
  public mutating func append(_ trusted: StaticString) {
    append(bytes: UnsafeBufferPointer(start: trusted.utf8Start, count: trusted.utf8CodeUnitCount))
  }

  /// Appends markup.
  public mutating func append(_ markup: Markup) { append(contentsOf: markup.bytes) }

  /// Appends the decimal digits of a whole number.
  public mutating func append(decimal number: Int) {
    if (0..<10).contains(number) { append(0x30 + UInt8(number)) } else { write(most: 20) { $0.put(decimal: number) } }
  }

  /// Appends text, escaped for element content and for quoted attribute values alike.
  public mutating func appendEscaped(_ text: String) {
    var copy = text
    copy.withUTF8 { appendEscaped($0) }
  }

  /// Appends UTF-8 text, escaped for element content and for quoted attribute values alike.
  public mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
    var clean = 0
    while clean < text.count {
      let found = text.firstByte(from: clean, SpecialBytes.isMarkup, SpecialBytes.mayBeMarkup)
      append(bytes: UnsafeBufferPointer(rebasing: text[clean..<found]))
      guard found < text.count else { return }
      appendEntity(text[found])
      clean = found + 1
    }
  }

  /// Appends UTF-8 text that somebody wrote, escaped, without the control characters that HTML forbids: those of
  /// ASCII but tab and newline, DEL, and U+0080 to U+009F.
  public mutating func appendEscapedDroppingControls(_ text: UnsafeBufferPointer<UInt8>) {
    var clean = 0
    while clean < text.count {
      let found = text.firstByte(from: clean, SpecialBytes.isSuspect, SpecialBytes.mayBeSuspect)
      append(bytes: UnsafeBufferPointer(rebasing: text[clean..<found]))
      guard found < text.count else { return }
      let length = controlLength(text, at: found)
      if length == 0 { appendEscaped(text[found]) }
      clean = found + Swift.max(length, 1)
    }
  }
}

/// How many bytes a control character at `index` takes, 0 if none stands there.
@inline(__always)
private func controlLength(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
  switch text[index] {
  case 0x09, 0x0A: 0
  case 0x00..<0x20, 0x7F: 1
  case 0xC2 where index + 1 < text.count && (0x80...0x9F).contains(text[index + 1]): 2
  default: 0
  }
}

extension [UInt8] {
  fileprivate mutating func appendEscaped(_ byte: UInt8) {
    if SpecialBytes.isMarkup(byte) { appendEntity(byte) } else { append(byte) }
  }

  fileprivate mutating func appendEntity(_ byte: UInt8) { append(SpecialBytes.entity(of: byte)) }
}

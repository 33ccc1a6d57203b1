/// Writers of HTML append to one `[UInt8]`. Escaping works on bytes, so that a combining mark after a quote cannot
/// hide the quote.
extension [UInt8] {
  /// Appends text that is markup already.
  @inline(__always)
  public mutating func append(_ trusted: StaticString) {
    append(contentsOf: UnsafeBufferPointer(start: trusted.utf8Start, count: trusted.utf8CodeUnitCount))
  }

  /// Appends markup.
  public mutating func append(_ markup: Markup) { append(contentsOf: markup.bytes) }

  /// Appends the decimal digits of a whole number.
  public mutating func append(decimal number: Int) { append(contentsOf: String(number).utf8) }

  /// Appends text, escaped for element content and for quoted attribute values alike.
  public mutating func appendEscaped(_ text: String) {
    var copy = text
    copy.withUTF8 { appendEscaped($0) }
  }

  /// Appends UTF-8 text, escaped for element content and for quoted attribute values alike.
  public mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
    guard let base = text.baseAddress else { return }
    var clean = 0
    var index = 0
    while index < text.count {
      if needsEscape(base[index]) {
        append(contentsOf: UnsafeBufferPointer(start: base + clean, count: index - clean))
        appendEntity(base[index])
        clean = index + 1
      }
      index += 1
    }
    append(contentsOf: UnsafeBufferPointer(start: base + clean, count: text.count - clean))
  }

  /// Appends UTF-8 text that somebody wrote, escaped, without the control characters that HTML forbids: those of
  /// ASCII but tab and newline, DEL, and U+0080 to U+009F.
  public mutating func appendEscapedDroppingControls(_ text: UnsafeBufferPointer<UInt8>) {
    var clean = 0
    var index = 0
    while index < text.count {
      let length = controlLength(text, at: index)
      if length > 0 {
        appendEscaped(UnsafeBufferPointer(rebasing: text[clean..<index]))
        clean = index + length
      }
      index += Swift.max(length, 1)
    }
    appendEscaped(UnsafeBufferPointer(rebasing: text[clean...]))
  }
}

/// `& < > " '`, and NUL, which HTML does not allow: a bit each, tested by one shift.
private let escapes: UInt64 = 1 << 0x26 | 1 << 0x3C | 1 << 0x3E | 1 << 0x22 | 1 << 0x27 | 1 << 0

@inline(__always)
private func needsEscape(_ byte: UInt8) -> Bool { byte < 64 && (escapes >> UInt64(byte & 63)) & 1 != 0 }

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
  fileprivate mutating func appendEntity(_ byte: UInt8) {
    switch byte {
    case 0x26: append("&amp;")
    case 0x3C: append("&lt;")
    case 0x3E: append("&gt;")
    case 0x22: append("&quot;")
    case 0x27: append("&#39;")
    default: append("\u{FFFD}")
    }
  }
}

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
    for (index, byte) in text.enumerated() where needsEscape(byte) {
      append(contentsOf: UnsafeBufferPointer(start: base + clean, count: index - clean))
      appendEntity(byte)
      clean = index + 1
    }
    append(contentsOf: UnsafeBufferPointer(start: base + clean, count: text.count - clean))
  }
}

/// `& < > " '`, and NUL, which HTML does not allow.
@inline(__always)
private func needsEscape(_ byte: UInt8) -> Bool {
  byte < 0x3F && (byte == 0x26 || byte == 0x3C || byte == 0x3E || byte == 0x22 || byte == 0x27 || byte == 0)
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

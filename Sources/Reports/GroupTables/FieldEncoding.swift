/// Bytes that JSON and CSV give a meaning.
enum Ascii {
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let quote: UInt8 = 0x22
  static let comma: UInt8 = 0x2C
  static let openingBracket: UInt8 = 0x5B
  static let backslash: UInt8 = 0x5C
  static let closingBracket: UInt8 = 0x5D
  static let closingBrace: UInt8 = 0x7D
}

/// Appends a JSON string with its quotes. Only what RFC 8259 demands is escaped: quote, backslash, control characters.
func appendJSONString(_ utf8: [UInt8], to bytes: inout [UInt8]) {
  bytes.append(Ascii.quote)
  appendJSONEscaped(utf8, to: &bytes)
  bytes.append(Ascii.quote)
}

/// Appends what stands between the quotes of a JSON string.
func appendJSONEscaped(_ utf8: [UInt8], to bytes: inout [UInt8]) {
  if utf8.contains(where: { $0 < 0x20 || $0 == Ascii.quote || $0 == Ascii.backslash }) {
    for byte in utf8 { appendEscaped(byte, to: &bytes) }
  } else {
    bytes.append(contentsOf: utf8)
  }
}

/// Appends a CSV field, in quotes only where it holds a comma, a quote or a line's end (RFC 4180).
func appendCSVField(_ utf8: [UInt8], to bytes: inout [UInt8]) {
  let needsQuotes = utf8.contains {
    $0 == Ascii.comma || $0 == Ascii.quote || $0 == Ascii.lineFeed || $0 == Ascii.carriageReturn
  }
  guard needsQuotes else { return bytes.append(contentsOf: utf8) }
  bytes.append(Ascii.quote)
  for byte in utf8 {
    if byte == Ascii.quote { bytes.append(byte) }
    bytes.append(byte)
  }
  bytes.append(Ascii.quote)
}

private func appendEscaped(_ byte: UInt8, to bytes: inout [UInt8]) {
  switch byte {
  case Ascii.quote, Ascii.backslash: bytes.append(contentsOf: [Ascii.backslash, byte])
  case 0x08: bytes.append(contentsOf: "\\b".utf8)
  case 0x09: bytes.append(contentsOf: "\\t".utf8)
  case 0x0A: bytes.append(contentsOf: "\\n".utf8)
  case 0x0C: bytes.append(contentsOf: "\\f".utf8)
  case 0x0D: bytes.append(contentsOf: "\\r".utf8)
  case ..<0x10: bytes.append(contentsOf: "\\u000\(String(byte, radix: 16))".utf8)
  case ..<0x20: bytes.append(contentsOf: "\\u00\(String(byte, radix: 16))".utf8)
  default: bytes.append(byte)
  }
}

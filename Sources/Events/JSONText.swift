/// Decodes JSON text that a scanner has accepted.
enum JSONText {
  /// Appends what the text between two quotes says; a lone surrogate becomes U+FFFD.
  static func append(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    guard let base = text.baseAddress else { return }
    var p = base
    let end = base + text.count
    while p < end {
      let stop = plainEnd(p, end)
      bytes.append(contentsOf: UnsafeBufferPointer(start: p, count: stop - p))
      p = stop
      if p < end { p = appendEscape(p + 1, end, to: &bytes) }
    }
  }

  @inline(__always)
  static func hexDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte) - 0x30
    case 0x41...0x46: UInt32(byte) - 0x37
    case 0x61...0x66: UInt32(byte) - 0x57
    default: nil
    }
  }
}

extension JSONText {
  private static func plainEnd(_ from: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
    var p = from
    while p < end && p.pointee != 0x5C { p += 1 }
    return p
  }

  /// The escape whose letter stands at `p`.
  private static func appendEscape(
    _ p: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, to bytes: inout [UInt8]
  ) -> UnsafePointer<UInt8> {
    switch p.pointee {
    case 0x62: bytes.append(0x08)
    case 0x66: bytes.append(0x0C)
    case 0x6E: bytes.append(0x0A)
    case 0x72: bytes.append(0x0D)
    case 0x74: bytes.append(0x09)
    case 0x75: return appendUnit(p + 1, end, to: &bytes)
    default: bytes.append(p.pointee)
    }
    return p + 1
  }

  /// A `\u` escape, and the second half of a surrogate pair with it.
  private static func appendUnit(
    _ p: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, to bytes: inout [UInt8]
  ) -> UnsafePointer<UInt8> {
    let unit = unit(p)
    if (0xD800...0xDBFF).contains(unit), end - p >= 10, p[4] == 0x5C, p[5] == 0x75 {
      let low = self.unit(p + 6)
      if (0xDC00...0xDFFF).contains(low) {
        append(scalar: 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00), to: &bytes)
        return p + 10
      }
    }
    append(scalar: unit, to: &bytes)
    return p + 4
  }

  private static func unit(_ p: UnsafePointer<UInt8>) -> UInt32 {
    (0..<4).reduce(0) { $0 << 4 | (hexDigit(p[$1]) ?? 0) }
  }

  private static func append(scalar value: UInt32, to bytes: inout [UInt8]) {
    let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
    bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }
}

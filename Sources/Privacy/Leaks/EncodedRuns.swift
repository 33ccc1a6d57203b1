/// Finds runs that may be base64 or hexadecimal, and what they say.
enum EncodedRuns {
  static let leastBase64 = 8
  static let leastHex = 12

  /// Each run of the signs of base64 (also of its form for addresses), decoded, and its place; hexadecimal ones too.
  static func each(_ text: TextBytes, _ body: (Leak.Form, Int, [UInt8]) -> Void) {
    var at = 0
    while at < text.count {
      guard isSign(text.base[at]) else {
        at += 1
        continue
      }
      let end = text.end(from: at) { isSign($0) }
      if end - at >= leastBase64, mayBeEncoded(text, at..<end) { read(text, at..<end, body) }
      at = end
    }
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "_")
  }

  /// Words of small letters, of which texts are full, are no base64 of anything that can be read.
  private static func mayBeEncoded(_ text: TextBytes, _ run: Range<Int>) -> Bool {
    var (small, other) = (false, false)
    for at in run.prefix(32) {
      if text.base[at] &- 0x61 < 26 { small = true } else { other = true }
      if small && other { return true }
    }
    return other
  }

  private static func read(_ text: TextBytes, _ run: Range<Int>, _ body: (Leak.Form, Int, [UInt8]) -> Void) {
    let values = text.end(from: run.lowerBound) { $0.isHex }
    if values - run.lowerBound >= leastHex {
      let bytes = stride(from: run.lowerBound, to: values - 1, by: 2).map {
        UInt8(text[$0].base36 << 4 | text[$0 + 1].base36)
      }
      body(.hex, run.lowerBound, bytes)
    }
    // A value in the middle of a longer encoded text begins at any of four places.
    for shift in 0..<min(4, run.count - leastBase64 + 1) {
      body(.base64, run.lowerBound + shift, base64(text, run.dropFirst(shift)))
    }
  }

  private static func base64(_ text: TextBytes, _ run: Range<Int>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(run.count * 3 / 4)
    var (bits, count) = (UInt32(0), 0)
    for at in run {
      bits = bits << 6 | UInt32(value(text.base[at]))
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return bytes
  }

  private static func value(_ sign: UInt8) -> UInt8 {
    switch sign {
    case 0x41...0x5A: sign - 0x41
    case 0x61...0x7A: sign - 0x61 + 26
    case 0x30...0x39: sign - 0x30 + 52
    case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
    default: 63
    }
  }
}

/// Finds what base64 (also in its form for addresses) and hexadecimal say, where they say text.
///
/// Words and addresses are made of the same signs as base64, so that nearly everything could be it. A run is decoded
/// only where eight signs in a row say six bytes of text: ASCII that can be read, or letters of two or three bytes.
enum EncodedRuns {
  static let leastBase64 = 8
  static let leastHex = 12
  /// How many signs around eight that say text are decoded with them.
  private static let reach = 256

  /// By byte: the sign's six bits, or `none`.
  private static let values: [UInt8] = (0...255).map { value(UInt8($0)) }
  private static let none: UInt8 = 0xFF

  /// Calls with what runs say, their form and their places.
  /// - Parameter room: for what is decoded.
  static func each(_ text: TextBytes, _ room: inout [UInt8], _ body: (Leak.Form, Int, TextBytes) -> Void) {
    values.withUnsafeBufferPointer { values in
      var at = 0
      while at < text.count {
        guard values[Int(text.base[at])] != none else {
          at += 1
          continue
        }
        at = read(text, from: at, values, &room, body)
      }
    }
  }

  /// Reads a run of signs.
  /// - Returns: its end.
  @inline(__always)
  private static func read(
    _ text: TextBytes, from start: Int, _ values: UnsafeBufferPointer<UInt8>, _ room: inout [UInt8],
    _ body: (Leak.Form, Int, TextBytes) -> Void
  ) -> Int {
    // Of the last eight signs.
    var bits: UInt64 = 0
    var hexStart = start
    // By the signs' place in groups of four, up to where it is decoded already.
    var done = SIMD4<Int>(repeating: start)
    var at = start
    while at < text.count {
      let byte = text.base[at]
      let value = values[Int(byte)]
      if value == none { break }
      if !byte.isHex {
        if at - hexStart >= leastHex { tellHex(text, hexStart..<at, &room, body) }
        hexStart = at + 1
      }
      bits = bits << 6 | UInt64(value)
      at += 1
      if at - start >= leastBase64, saysText(bits), done[at & 3] < at {
        let from = max(start + (at - start) & 3, at - leastBase64 - reach)
        let end = text.end(from: at) { values[Int($0)] != none }
        let range = from..<min(end, at + reach)
        done[at & 3] = range.upperBound
        tellBase64(text, range, values, &room, body)
      }
    }
    if at - hexStart >= leastHex { tellHex(text, hexStart..<at, &room, body) }
    return at
  }

  /// Whether the low 48 bits are six bytes of text.
  @inline(__always)
  private static func saysText(_ bits: UInt64) -> Bool {
    if bits & 0x8080_8080_8080 == 0 { return (bits | bits << 1) & 0x4040_4040_4040 == 0x4040_4040_4040 }
    return bits & 0xE0C0_E0C0_E0C0 == 0xC080_C080_C080 || bits & 0xC0E0_C0E0_C0E0 == 0x80C0_80C0_80C0
      || bits & 0xF0C0_C0F0_C0C0 == 0xE080_80E0_8080 || bits & 0xC0F0_C0C0_F0C0 == 0x80E0_8080_E080
      || bits & 0xC0C0_F0C0_C0F0 == 0x8080_E080_80E0
  }

  private static func tellBase64(
    _ text: TextBytes, _ range: Range<Int>, _ values: UnsafeBufferPointer<UInt8>, _ room: inout [UInt8],
    _ body: (Leak.Form, Int, TextBytes) -> Void
  ) {
    room.removeAll(keepingCapacity: true)
    var (bits, count) = (UInt32(0), 0)
    for at in range {
      bits = bits << 6 | UInt32(values[Int(text.base[at])])
      count += 6
      if count >= 8 {
        count -= 8
        room.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    tell(.base64, range.lowerBound, room, body)
  }

  /// A value in the middle of a longer text may begin at either of two places.
  private static func tellHex(
    _ text: TextBytes, _ range: Range<Int>, _ room: inout [UInt8], _ body: (Leak.Form, Int, TextBytes) -> Void
  ) {
    for start in [range.lowerBound, range.lowerBound + 1] {
      room.removeAll(keepingCapacity: true)
      for at in stride(from: start, to: range.upperBound - 1, by: 2) {
        room.append(UInt8(text[at].base36 << 4 | text[at + 1].base36))
      }
      tell(.hex, start, room, body)
    }
  }

  private static func tell(
    _ form: Leak.Form, _ place: Int, _ bytes: [UInt8], _ body: (Leak.Form, Int, TextBytes) -> Void
  ) {
    bytes.withUnsafeBufferPointer { bytes in
      if let base = bytes.baseAddress { body(form, place, TextBytes(base: base, count: bytes.count)) }
    }
  }

  private static func value(_ sign: UInt8) -> UInt8 {
    switch sign {
    case 0x41...0x5A: sign - 0x41
    case 0x61...0x7A: sign - 0x61 + 26
    case 0x30...0x39: sign - 0x30 + 52
    case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
    case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
    default: none
    }
  }
}

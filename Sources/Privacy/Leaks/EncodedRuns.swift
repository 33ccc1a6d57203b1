/// Finds what base64 (also in its form for addresses) and hexadecimal say, where they say text.
///
/// Words and addresses are made of the same signs as base64, so that nearly everything could be it. A run is decoded
/// only where eight signs in a row say six bytes of text: ASCII that can be read, or letters of two or three bytes.
enum EncodedRuns {
  private static let leastBase64 = 8
  /// How many signs around eight that say text are decoded with them.
  private static let reach = 256

  /// By byte: the sign's six bits.
  nonisolated(unsafe) private static let signs: UnsafePointer<UInt8> = {
    let signs = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
    for byte in 0...255 { signs[byte] = sign(UInt8(byte)) }
    return UnsafePointer(signs)
  }()

  /// Calls with what runs say, their form and their places.
  /// - Parameters:
  ///   - classes: of the text.
  ///   - room: for what is decoded.
  static func each(
    _ text: TextBytes, _ classes: [ByteClasses], _ room: inout [UInt8],
    _ body: (Leak.Form, Int, TextBytes) -> Void
  ) {
    let signs = signs
    ByteClasses.eachRun(classes, widths: [1, 2, 4], { $0.signs }, { read(text, $0, signs, &room, body) })
    ByteClasses.eachRun(classes, widths: [1, 2, 4, 4], { $0.hexes }, { tellHex(text, $0, &room, body) })
  }

  /// Reads a run of base64's signs.
  private static func read(
    _ text: TextBytes, _ run: Range<Int>, _ signs: UnsafePointer<UInt8>, _ room: inout [UInt8],
    _ body: (Leak.Form, Int, TextBytes) -> Void
  ) {
    // Of the last eight signs.
    var bits: UInt64 = 0
    // By the signs' places in groups of four, up to where it is decoded already.
    var done = (run.lowerBound, run.lowerBound, run.lowerBound, run.lowerBound)
    var next = run.lowerBound
    while let at = nextText(text, next..<run.upperBound, signs, &bits) {
      next = at + 1
      withUnsafeMutableBytes(of: &done) { done in
        let done = done.assumingMemoryBound(to: Int.self)
        guard done[at & 3] <= at else { return }
        let range = max(run.lowerBound + (at + 1 - run.lowerBound) & 3, at + 1 - leastBase64 - reach)
        done[at & 3] = min(run.upperBound, at + reach)
        tellBase64(text, range..<done[at & 3], signs, &room, body)
      }
    }
  }

  /// Where the last of eight signs stands that say text; with fewer before them there are bits too few for text.
  private static func nextText(
    _ text: TextBytes, _ range: Range<Int>, _ signs: UnsafePointer<UInt8>, _ bits: inout UInt64
  ) -> Int? {
    var last = bits
    for at in range {
      last = last &<< 6 | UInt64(signs[Int(text.base[at])] & 0x3F)
      if saysText(last) {
        bits = last
        return at
      }
    }
    return nil
  }

  /// Whether the low 48 bits are six bytes of text.
  @inline(__always)
  private static func saysText(_ bits: UInt64) -> Bool {
    if bits & 0x8080_8080_8080 == 0 { return (bits | bits << 1) & 0x4040_4040_4040 == 0x4040_4040_4040 }
    // Of letters beyond ASCII every byte has its high bit.
    return bits & 0x8080_8080_8080 == 0x8080_8080_8080 && saysWideText(bits)
  }

  /// The same for letters of two bytes, or of three.
  @inline(__always)
  private static func saysWideText(_ bits: UInt64) -> Bool {
    bits & 0xE0C0_E0C0_E0C0 == 0xC080_C080_C080 || bits & 0xC0E0_C0E0_C0E0 == 0x80C0_80C0_80C0
      || bits & 0xF0C0_C0F0_C0C0 == 0xE080_80E0_8080 || bits & 0xC0F0_C0C0_F0C0 == 0x80E0_8080_E080
      || bits & 0xC0C0_F0C0_C0F0 == 0x8080_E080_80E0
  }

  private static func tellBase64(
    _ text: TextBytes, _ range: Range<Int>, _ signs: UnsafePointer<UInt8>, _ room: inout [UInt8],
    _ body: (Leak.Form, Int, TextBytes) -> Void
  ) {
    room.removeAll(keepingCapacity: true)
    var (bits, count) = (UInt32(0), 0)
    for at in range {
      bits = bits << 6 | UInt32(signs[Int(text.base[at])] & 0x3F)
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

  private static func sign(_ byte: UInt8) -> UInt8 {
    switch byte {
    case 0x41...0x5A: byte - 0x41
    case 0x61...0x7A: byte - 0x61 + 26
    case 0x30...0x39: byte - 0x30 + 52
    case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
    case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
    default: 0
    }
  }
}

/// Reads what a file writes in the escapes of HTML, addresses, JSON and CSV, all at once: an output that mixes them is
/// as bad as one that does not.
enum EscapedText {
  /// Calls with the text around escapes, decoded, and the place of its first byte. What lies further than `reach`
  /// bytes from any escape is left out.
  /// - Parameters:
  ///   - classes: of the text.
  ///   - room: for what is decoded.
  static func each(
    _ text: TextBytes, _ classes: [ByteClasses], reach: Int, _ room: inout [UInt8], _ body: (Int, TextBytes) -> Void
  ) {
    // Where escapes stand, one range after the other.
    var (range, escapes) = (0..<0, [Int]())
    for block in classes.indices {
      var bits = classes[block].escapes
      while bits != 0 {
        let next = block * ByteClasses.width + bits.trailingZeroBitCount
        bits &= bits - 1
        guard isEscape(text, next) else { continue }
        if next - reach > range.upperBound {
          tell(text, range, escapes, &room, body)
          range = max(0, next - reach)..<next
          escapes.removeAll(keepingCapacity: true)
        }
        range = range.lowerBound..<min(text.count, next + reach)
        escapes.append(next)
      }
    }
    tell(text, range, escapes, &room, body)
  }

  private static func tell(
    _ text: TextBytes, _ range: Range<Int>, _ escapes: [Int], _ room: inout [UInt8], _ body: (Int, TextBytes) -> Void
  ) {
    guard !range.isEmpty else { return }
    room.removeAll(keepingCapacity: true)
    var at = range.lowerBound
    // One that stands within another is a part of it.
    for escape in escapes where escape >= at {
      room.append(contentsOf: UnsafeBufferPointer(start: text.base + at, count: escape - at))
      at = append(text, escape, to: &room)
    }
    if at < range.upperBound {
      room.append(contentsOf: UnsafeBufferPointer(start: text.base + at, count: range.upperBound - at))
    }
    room.withUnsafeBufferPointer { bytes in
      if let base = bytes.baseAddress { body(range.lowerBound, TextBytes(base: base, count: bytes.count)) }
    }
  }

  private static func isEscape(_ text: TextBytes, _ at: Int) -> Bool {
    switch text.base[at] {
    case UInt8(ascii: "&"): text[at + 1] == UInt8(ascii: "#") || text[at + 1].isLetter
    case UInt8(ascii: "%"): text[at + 1].isHex && text[at + 2].isHex
    case UInt8(ascii: "\\"): true
    case UInt8(ascii: "\""): text[at + 1] == UInt8(ascii: "\"")
    default: false
    }
  }

  /// Decodes the escape that begins at a place.
  /// - Returns: the next place.
  private static func append(_ text: TextBytes, _ at: Int, to bytes: inout [UInt8]) -> Int {
    switch text[at] {
    case UInt8(ascii: "&"): return entity(text, at, to: &bytes)
    case UInt8(ascii: "%"):
      bytes.append(UInt8(hex(text[at + 1]) << 4 | hex(text[at + 2])))
      return at + 3
    case UInt8(ascii: "\\"): return backslash(text, at, to: &bytes)
    default:
      bytes.append(text[at])
      return at + 2
    }
  }

  private static let names: [(StaticString, UInt8)] = [
    ("&amp;", 0x26), ("&lt;", 0x3C), ("&gt;", 0x3E), ("&quot;", 0x22), ("&apos;", 0x27), ("&nbsp;", 0x20),
  ]

  private static func entity(_ text: TextBytes, _ at: Int, to bytes: inout [UInt8]) -> Int {
    for (name, byte) in names where text.begins(at, name) {
      bytes.append(byte)
      return at + name.utf8CodeUnitCount
    }
    let isHex = text[at + 2] | 0x20 == UInt8(ascii: "x")
    let start = at + (isHex ? 3 : 2)
    let end = text.end(from: start) { isHex ? $0.isHex : $0.isDigit }
    guard text[at + 1] == UInt8(ascii: "#"), end > start, end - start < 8, text[end] == UInt8(ascii: ";") else {
      bytes.append(text[at])
      return at + 1
    }
    let value = (start..<end).reduce(0) { $0 * (isHex ? 16 : 10) + hex(text[$1]) }
    append(scalar: value, to: &bytes)
    return end + 1
  }

  private static func backslash(_ text: TextBytes, _ at: Int, to bytes: inout [UInt8]) -> Int {
    switch text[at + 1] {
    case UInt8(ascii: "u"):
      guard let high = four(text, at + 2) else { break }
      if 0xD800..<0xDC00 ~= high, text.begins(at + 6, "\\u"), let low = four(text, at + 8), 0xDC00..<0xE000 ~= low {
        append(scalar: 0x10000 + (high - 0xD800) << 10 + low - 0xDC00, to: &bytes)
        return at + 12
      }
      append(scalar: high, to: &bytes)
      return at + 6
    case UInt8(ascii: "x") where text[at + 2].isHex && text[at + 3].isHex:
      append(scalar: hex(text[at + 2]) << 4 | hex(text[at + 3]), to: &bytes)
      return at + 4
    case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      bytes.append(0x20)
      return at + 2
    default: break
    }
    bytes.append(text[at + 1])
    return at + 2
  }

  private static func four(_ text: TextBytes, _ at: Int) -> Int? {
    guard (at..<at + 4).allSatisfy({ text[$0].isHex }) else { return nil }
    return (at..<at + 4).reduce(0) { $0 << 4 | hex(text[$1]) }
  }

  private static func hex(_ byte: UInt8) -> Int { byte.base36 }

  private static func append(scalar value: Int, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: String(UnicodeScalar(UInt32(value)).map(Character.init) ?? "\u{FFFD}").utf8)
  }
}

import Glibc

/// The ids and links of a page's bytes, in order: the values of `id`, `href` and `src` in double quotes, as all our
/// writers put them.
struct LinkScanner: Sequence, IteratorProtocol {
  enum Attribute {
    case id(UnsafeBufferPointer<UInt8>)
    case link(UnsafeBufferPointer<UInt8>)
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Every second quote ends a value. What stands in one is not looked at, whatever it looks like.
  mutating func next() -> Attribute? {
    while let open = quote(from: position) {
      let end = quote(from: open + 1) ?? bytes.count
      position = end + 1
      guard endsName(before: open) else { continue }
      let value = UnsafeBufferPointer(rebasing: bytes[open + 1..<end])
      if isNamed(" id", before: open - 1) { return .id(value) }
      if isNamed(" href", before: open - 1) || isNamed(" src", before: open - 1) { return .link(value) }
    }
    return nil
  }

  /// Where the next quote stands. Most are near, so that some words are looked at before the system's search, which is
  /// faster over a stretch, is called.
  @inline(__always)
  private func quote(from start: Int) -> Int? {
    guard let base = bytes.baseAddress, start < bytes.count else { return nil }
    let raw = UnsafeRawPointer(base)
    var place = start
    while place &+ 8 <= bytes.count, place &- start < 32 {
      let rest = raw.loadUnaligned(fromByteOffset: place, as: UInt64.self).littleEndian ^ LinkScanner.every &* 0x22
      let zeros = (rest &- LinkScanner.every) & ~rest & (LinkScanner.every &* 0x80)
      if zeros != 0 { return place &+ zeros.trailingZeroBitCount / 8 }
      place &+= 8
    }
    guard let found = memchr(raw + place, 0x22, bytes.count - place) else { return nil }
    return UnsafeRawPointer(found) - raw
  }

  private static var every: UInt64 { 0x0101_0101_0101_0101 }

  /// Whether `d=`, `f=` or `c=` stands before a quote: attributes are many, and these few of them.
  @inline(__always)
  private func endsName(before open: Int) -> Bool {
    guard open >= 3, bytes[open - 1] == UInt8(ascii: "=") else { return false }
    let letter = bytes[open - 2]
    return letter == UInt8(ascii: "d") || letter == UInt8(ascii: "f") || letter == UInt8(ascii: "c")
  }

  private func isNamed(_ name: StaticString, before end: Int) -> Bool {
    let count = name.utf8CodeUnitCount
    guard end >= count else { return false }
    return (0..<count).allSatisfy {
      bytes[end - count + $0] == name.utf8Start[$0] || $0 == 0 && bytes[end - count] <= 0x20
    }
  }
}

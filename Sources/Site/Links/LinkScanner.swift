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

  mutating func next() -> Attribute? {
    while let name = nextName() {
      let start = name + 2
      var end = start
      while end < bytes.count, bytes[end] != UInt8(ascii: "\"") { end += 1 }
      position = end + 1
      let value = UnsafeBufferPointer(rebasing: bytes[start..<end])
      if isNamed(" id", before: name) { return .id(value) }
      if isNamed(" href", before: name) || isNamed(" src", before: name) { return .link(value) }
    }
    return nil
  }

  /// Where the next name that ends like one of ours has its `=`, with a quote behind it.
  private mutating func nextName() -> Int? {
    guard let base = bytes.baseAddress else { return nil }
    while position + 2 < bytes.count {
      if position + 10 <= bytes.count, !LinkScanner.mayEndName(UnsafeRawPointer(base + position)) {
        position += 8
        continue
      }
      for place in position..<Swift.min(position + 8, bytes.count - 2) where LinkScanner.endsName(base + place) {
        return place + 1
      }
      position += 8
    }
    return nil
  }

  /// Whether `d="`, `f="`, `c="` or the like with another letter from `` ` `` to `g` begins in the next eight bytes:
  /// attributes are many, and these few of them.
  @inline(__always)
  private static func mayEndName(_ bytes: UnsafeRawPointer) -> Bool {
    let every: UInt64 = 0x0101_0101_0101_0101
    let letter = bytes.loadUnaligned(as: UInt64.self) & (every &* 0xF8) ^ (every &* 0x60)
    let equals = bytes.loadUnaligned(fromByteOffset: 1, as: UInt64.self) ^ (every &* 0x3D)
    let quote = bytes.loadUnaligned(fromByteOffset: 2, as: UInt64.self) ^ (every &* 0x22)
    let rest = letter | equals | quote
    return (rest &- every) & ~rest & (every &* 0x80) != 0
  }

  @inline(__always)
  private static func endsName(_ byte: UnsafePointer<UInt8>) -> Bool {
    byte[1] == UInt8(ascii: "=") && byte[2] == UInt8(ascii: "\"")
      && (byte[0] == UInt8(ascii: "d") || byte[0] == UInt8(ascii: "f") || byte[0] == UInt8(ascii: "c"))
  }

  private func isNamed(_ name: StaticString, before end: Int) -> Bool {
    let count = name.utf8CodeUnitCount
    guard end >= count else { return false }
    return (0..<count).allSatisfy {
      bytes[end - count + $0] == name.utf8Start[$0] || $0 == 0 && bytes[end - count] <= 0x20
    }
  }
}

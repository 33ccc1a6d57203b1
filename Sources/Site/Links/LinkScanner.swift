/// The ids and links of a page's bytes, in order: the values of `id`, `href` and `src` in double quotes, as all our
/// writers put them.
struct LinkScanner: Sequence, IteratorProtocol {
  enum Attribute {
    case id(UnsafeBufferPointer<UInt8>)
    case link(UnsafeBufferPointer<UInt8>)
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0
  /// Up to here quotes have been counted, and whether the last of them opened a value.
  private var counted = 0
  private var isInValue = false

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  mutating func next() -> Attribute? {
    while let name = nextName() {
      let start = name + 2
      var end = start
      while end < bytes.count, bytes[end] != UInt8(ascii: "\"") { end += 1 }
      position = end + 1
      counted = position
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
        countQuotes(before: place)
        if !isInValue { return place + 1 }
      }
      position += 8
    }
    return nil
  }

  /// A value may end in ` id=`: then what follows is not a value but its end.
  private mutating func countQuotes(before end: Int) {
    guard let base = bytes.baseAddress else { return }
    let raw = UnsafeRawPointer(base)
    var quotes = 0
    while counted + 8 <= end {
      let rest = raw.loadUnaligned(fromByteOffset: counted, as: UInt64.self) ^ (LinkScanner.every &* 0x22)
      let low = LinkScanner.every &* 0x7F
      quotes += (~((rest & low) &+ low | rest | low)).nonzeroBitCount
      counted += 8
    }
    while counted < end {
      if base[counted] == UInt8(ascii: "\"") { quotes += 1 }
      counted += 1
    }
    if quotes % 2 == 1 { isInValue.toggle() }
  }

  /// Whether `d="`, `f="`, `c="` or the like with another letter from `` ` `` to `g` begins in the next eight bytes:
  /// attributes are many, and these few of them.
  @inline(__always)
  private static func mayEndName(_ bytes: UnsafeRawPointer) -> Bool {
    let letter = bytes.loadUnaligned(as: UInt64.self) & (every &* 0xF8) ^ (every &* 0x60)
    let equals = bytes.loadUnaligned(fromByteOffset: 1, as: UInt64.self) ^ (every &* 0x3D)
    let quote = bytes.loadUnaligned(fromByteOffset: 2, as: UInt64.self) ^ (every &* 0x22)
    let rest = letter | equals | quote
    return (rest &- every) & ~rest & (every &* 0x80) != 0
  }

  private static var every: UInt64 { 0x0101_0101_0101_0101 }

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

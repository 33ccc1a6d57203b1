/// Eight bytes at once: what each of them is, as its high bit in a mask, the first byte lowest.
struct EightBytes {
  private static let low: UInt64 = 0x0101_0101_0101_0101
  static let high: UInt64 = 0x8080_8080_8080_8080

  let bytes: UInt64

  /// Of a text, from an index on; the text goes on for eight bytes.
  @inline(__always)
  init(_ text: TextBytes, at index: Int) {
    bytes = UnsafeRawPointer(text.base + index).loadUnaligned(as: UInt64.self)
  }

  @inline(__always)
  init(_ bytes: UInt64) { self.bytes = bytes }
}

extension EightBytes {
  /// Letters of ASCII, and digits.
  @inline(__always)
  var lettersAndDigits: (letters: UInt64, digits: UInt64) {
    let seven = bytes & ~EightBytes.high
    let small = seven | EightBytes.low &* 0x20
    let letters = (small &+ EightBytes.low &* (0x80 - 0x61)) & ~(small &+ EightBytes.low &* (0x80 - 0x7B))
    let digits = (seven &+ EightBytes.low &* (0x80 - 0x30)) & ~(seven &+ EightBytes.low &* (0x80 - 0x3A))
    let isASCII = ~bytes & EightBytes.high
    return (letters & isASCII, digits & isASCII)
  }

  /// Those that are a certain byte.
  @inline(__always)
  func equal(to byte: UInt8) -> UInt64 {
    let other = bytes ^ EightBytes.low &* UInt64(byte)
    return ~((other & ~EightBytes.high) &+ ~EightBytes.high | other) & EightBytes.high
  }
}

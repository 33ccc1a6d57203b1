import TestSupport
import Testing

@testable import Files

@Suite struct SixteenBytesTests {
  @Test(arguments: 1...4)
  func answersAsByteByByte(seed: UInt64) {
    var random = SeededNumbers(seed: seed)
    for _ in 0..<200 {
      let bytes = (0..<16).map { _ in UInt8(random.below(256)) }
      let (byte, count) = (bytes[random.below(16)], UInt8(random.below(256)))
      let sixteen = bytes.withUnsafeBytes { $0.baseAddress.map { SixteenBytes($0) } }
      let expected = bits(bytes) { $0 == byte }
      let among = bits(bytes) { $0 &- byte < count }
      #expect(sixteen.map { SixteenBytes.bits($0.equal(byte)) } == expected)
      #expect(sixteen.map { SixteenBytes.bits($0.among(byte, count)) } == among)
      #expect(sixteen?.high == bits(bytes) { $0 >= 0x80 })
      #expect(sixteen.map { $0.bitsAndHigh($0.equal(byte)) } == expected | bits(bytes) { $0 >= 0x80 })
      #expect(sixteen?.setting(0x81).high == 0xFFFF)
    }
  }

  private func bits(_ bytes: [UInt8], _ holds: (UInt8) -> Bool) -> UInt64 {
    bytes.enumerated().reduce(0) { holds($1.element) ? $0 | 1 << UInt64($1.offset) : $0 }
  }
}

/// 128 bits that tell contents apart: the same on every machine and in every run. Fast, and no seal: whoever wants two
/// contents to have one digest can find them.
public struct ContentDigest: Equatable, Hashable, Sendable, BitwiseCopyable {
  public var high: UInt64
  public var low: UInt64

  public init(high: UInt64, low: UInt64) { (self.high, self.low) = (high, low) }

  public init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var builder = ContentDigestBuilder()
    builder.add(bytes)
    self = builder.digest
  }

  public init(_ bytes: [UInt8]) { self = bytes.withUnsafeBufferPointer { ContentDigest($0) } }
}

extension ContentDigest: LosslessStringConvertible {
  /// 32 hexadecimal digits.
  public var description: String { ContentDigest.hexadecimal(high) + ContentDigest.hexadecimal(low) }

  public init?(_ text: String) {
    guard text.utf8.count == 32, let high = UInt64(text.prefix(16), radix: 16),
      let low = UInt64(text.suffix(16), radix: 16)
    else { return nil }
    self.init(high: high, low: low)
  }

  private static func hexadecimal(_ word: UInt64) -> String {
    let digits = String(word, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}

/// A digest of pieces one after another; where one ends and the next begins counts too.
public struct ContentDigestBuilder: Sendable {
  private var first: UInt64 = 0x9E37_79B9_7F4A_7C15
  private var second: UInt64 = 0xD1B5_4A32_D192_ED03

  public init() {}

  public var digest: ContentDigest {
    let high = ContentDigestBuilder.fold(first ^ 0xA076_1D64_78BD_642F, second ^ 0xE703_7ED1_A0B4_28DB)
    return ContentDigest(
      high: high, low: ContentDigestBuilder.fold(second ^ 0x8EBC_6AF0_9C88_C6E3, first ^ high ^ 0x5899_65CC_7537_4CC3))
  }
}

extension ContentDigestBuilder {
  public mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    add(UInt64(bytes.count))
    guard let base = bytes.baseAddress else { return }
    let raw = UnsafeRawPointer(base)
    var at = 0
    while at + 32 <= bytes.count {
      take(
        raw.loadUnaligned(fromByteOffset: at, as: UInt64.self),
        raw.loadUnaligned(fromByteOffset: at + 8, as: UInt64.self),
        raw.loadUnaligned(fromByteOffset: at + 16, as: UInt64.self),
        raw.loadUnaligned(fromByteOffset: at + 24, as: UInt64.self))
      at += 32
    }
    if at < bytes.count { takeRest(raw + at, bytes.count - at) }
  }

  public mutating func add(_ text: String) {
    var copy = text
    copy.withUTF8 { add($0) }
  }

  public mutating func add(_ word: UInt64) { take(word, 0, word, 0) }

  public mutating func add(_ digest: ContentDigest) { take(digest.high, digest.low, digest.low, digest.high) }
}

extension ContentDigestBuilder {
  @inline(__always)
  private mutating func take(_ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) {
    // What came before is added to each product, so that a factor of zero does not lose it.
    first = ContentDigestBuilder.fold(first ^ a, b ^ 0xC2B2_AE3D_27D4_EB4F) &+ (first << 23 | first >> 41)
    second = ContentDigestBuilder.fold(second ^ c, d ^ 0x1656_67B1_9E37_79F9) &+ (second << 29 | second >> 35)
  }

  private mutating func takeRest(_ from: UnsafeRawPointer, _ count: Int) {
    var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    withUnsafeMutableBytes(of: &words) { $0.copyMemory(from: UnsafeRawBufferPointer(start: from, count: count)) }
    take(words.0, words.1, words.2, words.3)
  }

  @inline(__always)
  private static func fold(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let (high, low) = a.multipliedFullWidth(by: b)
    return high ^ low
  }
}

import Glibc

/// The order of texts by their bytes.
enum ByteOrder {
  @inline(__always)
  static func precedes(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool {
    compare(a, b) < 0
  }

  /// Negative, zero or positive.
  @inline(__always)
  static func compare(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Int {
    if let x = a.baseAddress, let y = b.baseAddress {
      let order = memcmp(x, y, min(a.count, b.count))
      if order != 0 { return Int(order) }
    }
    return a.count - b.count
  }

  @inline(__always)
  static func areEqual(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool {
    guard a.count == b.count, let x = a.baseAddress, let y = b.baseAddress else { return a.count == b.count }
    // Most ids: two words, which may overlap, cost less than a call.
    guard a.count >= 8, a.count <= 16 else { return memcmp(x, y, a.count) == 0 }
    return word(x, 0) == word(y, 0) && word(x, a.count - 8) == word(y, a.count - 8)
  }

  @inline(__always)
  private static func word(_ bytes: UnsafePointer<UInt8>, _ offset: Int) -> UInt64 {
    UnsafeRawPointer(bytes).loadUnaligned(fromByteOffset: offset, as: UInt64.self)
  }

  /// The first eight bytes, in an order that agrees with that of the bytes.
  @inline(__always)
  static func head(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    guard let base = text.baseAddress else { return 0 }
    if text.count >= 8 { return UInt64(bigEndian: UnsafeRawPointer(base).loadUnaligned(as: UInt64.self)) }
    var head: UInt64 = 0
    for i in 0..<text.count { head |= UInt64(base[i]) << UInt64(56 - i * 8) }
    return head
  }
}

/// A fast hash of bytes for tables in memory: the same in every run, and never seen in any output.
enum ByteHash {
  @inline(__always)
  static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    guard let base = bytes.baseAddress else { return 0 }
    let count = bytes.count
    let raw = UnsafeRawPointer(base)
    var state = seed ^ UInt64(count)
    if count >= 8 {
      var at = 0
      while at + 8 < count {
        state = mix(state ^ raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
        at += 8
      }
      // The last word overlaps the one before it, so that nothing is read past the end.
      state = mix(state ^ raw.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self))
    } else {
      var word: UInt64 = 0
      for i in 0..<count { word = word << 8 | UInt64(base[i]) }
      state = mix(state ^ word)
    }
    return UInt32(truncatingIfNeeded: state ^ state >> 32)
  }

  @inline(__always)
  static func hash(_ word: UInt64) -> UInt32 {
    let state = mix(seed ^ word)
    return UInt32(truncatingIfNeeded: state ^ state >> 32)
  }

  private static let seed: UInt64 = 0x9E37_79B9_7F4A_7C15

  @inline(__always)
  private static func mix(_ value: UInt64) -> UInt64 {
    let (high, low) = value.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return high ^ low
  }
}

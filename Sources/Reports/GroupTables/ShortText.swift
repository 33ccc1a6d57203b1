/// A text of at most 32 bytes, kept so that copying it is two stores.
struct ShortText: Sendable {
  /// What a copy may write, whatever the text's length.
  static let room = 32

  private var first = SIMD16<UInt8>()
  private var second = SIMD16<UInt8>()
  private let count: Int

  /// What does not fit is cut.
  init(_ utf8: some Sequence<UInt8>) {
    var count = 0
    for byte in utf8.prefix(ShortText.room) {
      if count < 16 { first[count] = byte } else { second[count - 16] = byte }
      count += 1
    }
    self.count = count
  }

  /// Writes the text and, past it, any bytes up to `room`.
  /// - Returns: where the text ends.
  @inline(__always)
  func copy(to place: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer {
    place.storeBytes(of: first, as: SIMD16<UInt8>.self)
    place.storeBytes(of: second, toByteOffset: 16, as: SIMD16<UInt8>.self)
    return place + count
  }
}

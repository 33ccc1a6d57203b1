import Czlib

/// Packs bytes by raw deflate (RFC 1951), always at the same level, so that the same bytes give the same. One for each
/// thread; it is used again and again.
final class Deflater {
  private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  private let room = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 18)

  private static let level: Int32 = 6

  init() {
    stream.initialize(to: z_stream())
    let status = deflateInit2_(
      stream, Deflater.level, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    // What can fail here is memory alone.
    precondition(status == Z_OK, "zlib cannot begin to pack")
  }

  deinit {
    deflateEnd(stream)
    stream.deallocate()
    room.deallocate()
  }
}

extension Deflater {
  /// The whole of some bytes.
  func pack(_ input: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var packed: [UInt8] = []
    pack(input) { (piece) throws(Never) in packed.append(contentsOf: piece) }
    return packed
  }

  /// - Parameter each: gets the pieces in order; a piece is valid until it returns.
  func pack<Failure: Error>(
    _ input: UnsafeBufferPointer<UInt8>, each: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Void
  ) throws(Failure) {
    deflateReset(stream)
    var taken = 0
    var isDone = false
    while !isDone {
      let count = min(input.count - taken, 1 << 30)
      stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress.map { $0 + taken })
      stream.pointee.avail_in = UInt32(count)
      stream.pointee.next_out = room.baseAddress
      stream.pointee.avail_out = UInt32(room.count)
      isDone = deflate(stream, taken + count == input.count ? Z_FINISH : Z_NO_FLUSH) == Z_STREAM_END
      taken += count - Int(stream.pointee.avail_in)
      try each(UnsafeBufferPointer(rebasing: room[..<(room.count - Int(stream.pointee.avail_out))]))
    }
  }
}

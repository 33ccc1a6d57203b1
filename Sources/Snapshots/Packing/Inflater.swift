import Czlib

/// Unpacks raw deflate.
enum Inflater {
  /// - Parameters:
  ///   - limit: more than so many bytes are as wrong as broken ones.
  ///   - each: gets the pieces in order; a piece is valid until it returns.
  /// - Returns: whether the input is one stream, whole, with nothing behind it.
  static func unpack(
    _ input: UnsafeBufferPointer<UInt8>, limit: Int, each: (UnsafeBufferPointer<UInt8>) -> Void
  ) -> Bool {
    var stream = z_stream()
    guard inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { return false }
    defer { inflateEnd(&stream) }
    let room = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 18)
    defer { room.deallocate() }
    var (taken, made) = (0, 0)
    while true {
      let count = min(input.count - taken, 1 << 30)
      stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress.map { $0 + taken })
      stream.avail_in = UInt32(count)
      stream.next_out = room.baseAddress
      stream.avail_out = UInt32(room.count)
      let status = inflate(&stream, Z_NO_FLUSH)
      taken += count - Int(stream.avail_in)
      let piece = UnsafeBufferPointer(rebasing: room[..<(room.count - Int(stream.avail_out))])
      made += piece.count
      guard made <= limit else { return false }
      each(piece)
      if status == Z_STREAM_END { return taken == input.count }
      guard status == Z_OK else { return false }
    }
  }

  static func unpack(_ input: UnsafeBufferPointer<UInt8>, limit: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    return unpack(input, limit: limit, each: { bytes.append(contentsOf: $0) }) ? bytes : nil
  }
}

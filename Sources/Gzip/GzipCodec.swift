import Czlib

/// Packs and unpacks gzip (RFC 1952).
public enum GzipCodec {
  /// A header and trailer of gzip around a window as large as it may be.
  private static let windowBits: Int32 = 16 + 15
  private static let chunk = 1 << 18
  private static let streamSize = Int32(MemoryLayout<z_stream>.size)
}

extension GzipCodec {
  /// One member. The same bytes give the same file, because no time and no name goes into its header.
  public static func pack(_ bytes: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    let status = deflateInit2_(
      &stream, 6, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, streamSize)
    // What can fail here is memory alone.
    precondition(status == Z_OK, "zlib cannot begin to pack")
    defer { deflateEnd(&stream) }
    let bound = Int(deflateBound(&stream, UInt(bytes.count)))
    var input = bytes
    return [UInt8](unsafeUninitializedCapacity: bound) { output, count in
      input.withUnsafeMutableBufferPointer { source in
        stream.next_in = source.baseAddress
        stream.avail_in = UInt32(source.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(bound)
        count = deflate(&stream, Z_FINISH) == Z_STREAM_END ? Int(stream.total_out) : 0
      }
    }
  }

  /// Unpacks one member or several, piece by piece.
  /// - Parameter each: gets the pieces in order; a piece is valid until it returns.
  /// - Returns: the packed offset at which the stream breaks, nil if it is whole.
  /// - Throws: what `each` does.
  public static func unpack<Failure: Error>(
    _ input: UnsafeBufferPointer<UInt8>, each: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Void
  ) throws(Failure) -> Int? {
    var stream = z_stream()
    guard inflateInit2_(&stream, windowBits, ZLIB_VERSION, streamSize) == Z_OK else { return 0 }
    defer { inflateEnd(&stream) }
    let output = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: chunk)
    defer { output.deallocate() }
    var start = 0
    while true {
      guard let end = try unpackMember(input, from: start, &stream, output, each: each) else {
        return start + Int(stream.total_in)
      }
      // Padding of zeros behind the last member is allowed, as gzip does.
      if input[end...].allSatisfy({ $0 == 0 }) { return nil }
      start = end
      inflateReset(&stream)
    }
  }
}

extension GzipCodec {
  /// - Returns: where the member ends, nil if it breaks.
  private static func unpackMember<Failure: Error>(
    _ input: UnsafeBufferPointer<UInt8>, from start: Int, _ stream: inout z_stream,
    _ output: UnsafeMutableBufferPointer<UInt8>, each: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Void
  ) throws(Failure) -> Int? {
    guard let base = input.baseAddress, let room = output.baseAddress else { return nil }
    while true {
      let at = start + Int(stream.total_in)
      stream.next_in = UnsafeMutablePointer(mutating: base + at)
      stream.avail_in = UInt32(min(input.count - at, Int(UInt32.max)))
      stream.next_out = room
      stream.avail_out = UInt32(chunk)
      let status = inflate(&stream, Z_NO_FLUSH)
      let count = chunk - Int(stream.avail_out)
      if count > 0 { try each(UnsafeBufferPointer(start: room, count: count)) }
      switch status {
      case Z_STREAM_END: return start + Int(stream.total_in)
      case Z_OK: continue
      default: return nil
      }
    }
  }
}

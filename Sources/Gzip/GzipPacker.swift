import Czlib

/// Packs gzip (RFC 1952).
public enum GzipPacker {
  /// One member. The same bytes give the same file, because no time and no name goes into its header.
  public static func pack(_ bytes: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    let status = deflateInit2_(
      &stream, 6, Z_DEFLATED, GzipUnpacker.windowBits, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      GzipUnpacker.streamSize)
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
}

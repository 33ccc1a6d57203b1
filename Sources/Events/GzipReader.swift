import Czlib
import Files

/// Decompresses gzip files, of one member or several, into scratch files.
enum GzipReader {
  /// Fails with `corruptGzip` and the compressed offset at which the stream breaks.
  static func read(_ compressed: UnsafeBufferPointer<UInt8>, path: String) -> Result<MappedBytes, ExportError> {
    do throws(FileError) {
      let scratch = try ScratchFile()
      if let offset = try inflateAll(compressed, into: scratch) {
        return .failure(.corruptGzip(path: path, offset: offset))
      }
      return .success(try scratch.map())
    } catch {
      return .failure(.file(error))
    }
  }
}

extension GzipReader {
  private static let chunk = 1 << 18

  /// - Returns: where the stream breaks, nil if it is whole.
  private static func inflateAll(
    _ input: UnsafeBufferPointer<UInt8>, into scratch: ScratchFile
  ) throws(FileError) -> Int? {
    var stream = z_stream()
    // 16 + 15: a gzip header is required; the window is as large as it may be.
    guard inflateInit2_(&stream, 31, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { return 0 }
    defer { inflateEnd(&stream) }
    let output = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: chunk)
    defer { output.deallocate() }
    var start = 0
    while true {
      guard let end = try inflateMember(input, from: start, &stream, output, into: scratch) else {
        return start + Int(stream.total_in)
      }
      // Padding of zeros behind the last member is allowed, as gzip does.
      if input[end...].allSatisfy({ $0 == 0 }) { return nil }
      start = end
      inflateReset(&stream)
    }
  }

  /// - Returns: where the member ends, nil if it breaks.
  private static func inflateMember(
    _ input: UnsafeBufferPointer<UInt8>, from start: Int, _ stream: inout z_stream,
    _ output: UnsafeMutableBufferPointer<UInt8>, into scratch: ScratchFile
  ) throws(FileError) -> Int? {
    guard let base = input.baseAddress, let room = output.baseAddress else { return nil }
    while true {
      let at = start + Int(stream.total_in)
      stream.next_in = UnsafeMutablePointer(mutating: base + at)
      stream.avail_in = UInt32(min(input.count - at, Int(UInt32.max)))
      stream.next_out = room
      stream.avail_out = UInt32(chunk)
      let status = inflate(&stream, Z_NO_FLUSH)
      let count = chunk - Int(stream.avail_out)
      if count > 0 { try scratch.append(UnsafeBufferPointer(start: room, count: count)) }
      switch status {
      case Z_STREAM_END: return start + Int(stream.total_in)
      case Z_OK: continue
      default: return nil
      }
    }
  }
}

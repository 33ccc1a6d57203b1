import Files
import Gzip

/// Decompresses gzip files, of one member or several, into scratch files.
enum GzipReader {
  /// Fails with `corruptGzip` and the compressed offset at which the stream breaks.
  static func read(_ compressed: UnsafeBufferPointer<UInt8>, path: String) -> Result<MappedBytes, ExportError> {
    do throws(FileError) {
      let scratch = try ScratchFile()
      if let offset = try GzipCodec.unpack(compressed, each: scratch.append) {
        return .failure(.corruptGzip(path: path, offset: offset))
      }
      return .success(try scratch.map())
    } catch {
      return .failure(.file(error))
    }
  }
}

import Files
import Gzip

/// Tells the syntax of a file whose name does not: a file that is given by name may be called anything.
enum SyntaxSniffer {
  /// JSONL if the first character that is no space is a brace, CSV otherwise.
  static func syntax(
    of path: String, isCompressed: Bool, _ source: any FileSource
  ) throws(ExportError) -> FileName.Syntax {
    let mapped: MappedBytes
    do throws(FileError) { mapped = try source.map(path) } catch { throw .file(error) }
    return try withExtendedLifetime(mapped) { () throws(ExportError) in
      let first = isCompressed ? try first(unpacking: mapped.bytes, path) : mapped.bytes.first { !spaces.contains($0) }
      return first == UInt8(ascii: "{") ? .jsonl : .csv
    }
  }

  private static func first(
    unpacking packed: UnsafeBufferPointer<UInt8>, _ path: String
  ) throws(ExportError) -> UInt8? {
    var unpacker = GzipUnpacker(packed)
    while true {
      var first: UInt8?
      let state = unpacker.unpack(1 << 12) { first = first ?? $0.first { !spaces.contains($0) } }
      if case .broken(let offset) = state { throw .corruptGzip(path: path, offset: offset) }
      if first != nil || state == .whole { return first }
    }
  }

  /// White space, and the bytes of a byte-order mark.
  private static let spaces: [UInt8] = [0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF]
}

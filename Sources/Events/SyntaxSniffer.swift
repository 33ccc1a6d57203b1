import Files

/// Tells the syntax of a file whose name does not: a file that is given by name may be called anything.
enum SyntaxSniffer {
  /// JSONL if the first character that is no space is a brace, CSV otherwise.
  static func syntax(
    of path: String, isCompressed: Bool, _ source: any FileSource
  ) throws(ExportError) -> FileName.Syntax {
    let mapped: MappedBytes
    do throws(FileError) { mapped = try source.map(path) } catch { throw .file(error) }
    let whole = try withExtendedLifetime(mapped) {
      isCompressed ? GzipReader.read(mapped.bytes, path: path) : .success(mapped)
    }.get()
    return withExtendedLifetime(whole) {
      let first = whole.bytes.first { !spaces.contains($0) }
      return first == UInt8(ascii: "{") ? .jsonl : .csv
    }
  }

  /// White space, and the bytes of a byte-order mark.
  private static let spaces: [UInt8] = [0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF]
}

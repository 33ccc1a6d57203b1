/// A part of a file, from the first byte of a record to that of another, or the file's end.
struct Segment: Sendable {
  var file: SourceFile
  var range: Range<Int>

  /// The range within the file's bytes.
  var pages: Range<Int> { range.clamped(to: 0..<file.bytes.count) }
}

/// The lines of a source, split where libcmark splits: at LF, CRLF and CR.
struct SourceLines {
  private let source: UnsafeBufferPointer<UInt8>
  private var ranges: [Range<Int>] = []

  init(_ source: UnsafeBufferPointer<UInt8>) {
    self.source = source
    var start = 0
    var index = 0
    while index < source.count {
      let byte = source[index]
      index += 1
      guard byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") else { continue }
      ranges.append(start..<index - 1)
      if byte == UInt8(ascii: "\r"), index < source.count, source[index] == UInt8(ascii: "\n") { index += 1 }
      start = index
    }
    ranges.append(start..<source.count)
  }
}

extension SourceLines {
  /// A line, counted from 1, without its end; empty behind the last one.
  subscript(_ line: Int) -> UnsafeBufferPointer<UInt8> {
    guard ranges.indices.contains(line - 1) else { return UnsafeBufferPointer(rebasing: source[0..<0]) }
    return UnsafeBufferPointer(rebasing: source[ranges[line - 1]])
  }

  func text(_ line: Int) -> String { String(decoding: self[line], as: UTF8.self) }
}

extension SourceLines: Sequence {
  func makeIterator() -> AnyIterator<UnsafeBufferPointer<UInt8>> {
    var line = 0
    return AnyIterator {
      line += 1
      return line <= ranges.count ? self[line] : nil
    }
  }
}

/// Finds the live numbers of a line: `{{`, words without braces or backticks, `}}`. A backslash before the braces
/// takes their meaning.
public struct LiveScanner<Bytes: RandomAccessCollection<UInt8>> {
  public enum Find: Equatable {
    /// The whole of it, braces and all.
    case live(Range<Bytes.Index>)
    /// `{{` with no end on the line.
    case unclosed(Range<Bytes.Index>)
    /// `\{{`: the backslash.
    case escape(Range<Bytes.Index>)
  }

  private let line: Bytes

  public init(_ line: Bytes) { self.line = line }
}

extension LiveScanner {
  /// In the order of the line.
  public func finds() -> [Find] {
    var finds: [Find] = []
    var index = line.startIndex
    while index < line.endIndex {
      let next = line.index(after: index)
      if line[index] == backslash, next < line.endIndex {
        let braces = pair(of: open, at: next)
        if braces != nil { finds.append(.escape(index..<next)) }
        index = braces?.upperBound ?? line.index(after: next)
      } else if let braces = pair(of: open, at: index) {
        let end = end(from: braces.upperBound)
        finds.append(end.map { .live(index..<$0) } ?? .unclosed(braces))
        index = end ?? braces.upperBound
      } else {
        index = next
      }
    }
    return finds
  }
}

extension LiveScanner {
  private var open: UInt8 { UInt8(ascii: "{") }
  private var close: UInt8 { UInt8(ascii: "}") }
  private var backslash: UInt8 { UInt8(ascii: "\\") }

  private func pair(of byte: UInt8, at index: Bytes.Index) -> Range<Bytes.Index>? {
    guard index < line.endIndex, line[index] == byte else { return nil }
    let second = line.index(after: index)
    guard second < line.endIndex, line[second] == byte else { return nil }
    return index..<line.index(after: second)
  }

  /// Behind the next `}}`. A backtick before it may begin or end code, so that the braces are of different stretches.
  private func end(from start: Bytes.Index) -> Bytes.Index? {
    var index = start
    while index < line.endIndex, line[index] != UInt8(ascii: "`"), pair(of: open, at: index) == nil {
      if let braces = pair(of: close, at: index) { return braces.upperBound }
      index = line.index(after: index)
    }
    return nil
  }
}

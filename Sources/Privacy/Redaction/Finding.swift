/// A run of bytes in a text that is personal data.
public struct Finding: Equatable, Sendable {
  public var kind: PersonalKind
  public var range: Range<Int>

  public init(_ kind: PersonalKind, _ range: Range<Int>) {
    self.kind = kind
    self.range = range
  }
}

/// Findings of one text in their order, none overlapping another.
struct Findings {
  private(set) var all: [Finding] = []

  mutating func clear() { all.removeAll(keepingCapacity: true) }

  /// Adds one that ends behind all others. What it covers goes; with one of its kind within which it begins it becomes
  /// one; one of another kind ends before it, with its last letter or digit.
  mutating func add(_ kind: PersonalKind, _ range: Range<Int>, in text: TextBytes) {
    var range = range
    while let last = all.last, last.range.upperBound > range.lowerBound {
      all.removeLast()
      guard last.range.lowerBound < range.lowerBound else { continue }
      if last.kind == kind {
        range = last.range.lowerBound..<range.upperBound
        break
      }
      var end = range.lowerBound
      while end > last.range.lowerBound, !text.isWord(end - 1) { end -= 1 }
      if end > last.range.lowerBound { all.append(Finding(last.kind, last.range.lowerBound..<end)) }
      break
    }
    all.append(Finding(kind, range))
  }
}

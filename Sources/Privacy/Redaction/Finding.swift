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

  /// Adds one that ends behind all others. What it covers goes; where it begins within another the two become one, of
  /// the kind of the longer.
  mutating func add(_ kind: PersonalKind, _ range: Range<Int>) {
    var finding = Finding(kind, range)
    while let last = all.last, last.range.upperBound > finding.range.lowerBound {
      all.removeLast()
      if last.range.lowerBound < finding.range.lowerBound {
        if last.range.count > finding.range.count { finding.kind = last.kind }
        finding.range = last.range.lowerBound..<max(last.range.upperBound, finding.range.upperBound)
      }
    }
    all.append(finding)
  }
}

extension Groups {
  /// Where a group's list stands in a column that holds those of all groups.
  public struct Span: Sendable, Equatable, BitwiseCopyable {
    @usableFromInline var first: Int32 = 0
    @usableFromInline var length: Int32 = 0

    init() {}
  }
}

extension Groups.Span {
  @inlinable public var count: Int { Int(length) }

  @inlinable public var isEmpty: Bool { length == 0 }

  /// Positions in the column.
  @inlinable public var range: Range<Int> { Int(first)..<Int(first) + Int(length) }

  /// The same list in a column that has this many values in front of it.
  @inlinable
  public func moved(by count: Int) -> Groups.Span {
    var span = self
    span.first += Int32(truncatingIfNeeded: count)
    return span
  }
}

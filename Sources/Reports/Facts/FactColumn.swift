import Files

/// Facts of one kind in the store's order, in memory or in a scratch file.
public struct FactColumn<Fact: BitwiseCopyable & Sendable>: RandomAccessCollection, Sendable {
  public let endIndex: Int
  private let column: ScratchColumn<Fact>
  /// Owned by `column`, and not written while facts are read.
  private nonisolated(unsafe) let base: UnsafePointer<Fact>?

  init(_ column: ScratchColumn<Fact>) {
    self.column = column
    base = UnsafePointer(column.values.baseAddress)
    endIndex = column.count
  }
}

extension FactColumn {
  public var startIndex: Int { 0 }

  public var indices: Range<Int> { 0..<endIndex }

  /// Has the processor fetch a fact; it may take two of its lines.
  func fetch(_ index: Int) {
    guard let base else { return }
    prefetch(base + index)
    prefetch(UnsafeRawPointer(base + index + 1) - 1)
  }

  public subscript(index: Int) -> Fact {
    precondition(index >= 0 && index < endIndex, "no such fact")
    return base.unsafelyUnwrapped[index]
  }
}

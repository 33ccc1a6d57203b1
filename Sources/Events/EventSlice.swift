import Files

/// A run of the store's events, with the store's indices. It keeps the events for as long as it lives.
public struct EventSlice: Sendable {
  public let startIndex: Int
  public let endIndex: Int
  /// Nil if there is none.
  private let column: ScratchColumn<Event>?
  /// Of the store's first event. Owned by `column`, and never written while slices of it exist.
  @usableFromInline nonisolated(unsafe) let base: UnsafePointer<Event>?

  init(_ column: ScratchColumn<Event>) {
    self.init(column, UnsafePointer(column.values.baseAddress), 0..<column.count)
  }

  private init(_ column: ScratchColumn<Event>?, _ base: UnsafePointer<Event>?, _ range: Range<Int>) {
    self.column = column
    self.base = base
    startIndex = range.lowerBound
    endIndex = range.upperBound
  }

  /// A copy of events that are in memory.
  public init(_ events: [Event]) {
    let column = ScratchColumn<Event>(inMemory: .max)
    // Only a file can fail to grow.
    events.withUnsafeBufferPointer { try? column.append(contentsOf: $0) }
    self.init(column)
  }
}

extension EventSlice: RandomAccessCollection, ExpressibleByArrayLiteral {
  public init(arrayLiteral events: Event...) { self.init(events) }

  @inlinable
  public subscript(index: Int) -> Event {
    precondition(index >= startIndex && index < endIndex, "no event of this slice")
    return base.unsafelyUnwrapped[index]
  }

  public subscript(range: Range<Int>) -> EventSlice {
    precondition(range.lowerBound >= startIndex && range.upperBound <= endIndex, "no events of this slice")
    return EventSlice(column, base, range)
  }

  @inlinable
  public var indices: Range<Int> { startIndex..<endIndex }
}

extension EventSlice {
  /// Has the processor fetch an event.
  func fetch(_ index: Int) { if let base { prefetch(base + index) } }

  /// Gives the memory of the slice's events back to the system if they lie in a file.
  func release() { column?.release(startIndex..<endIndex) }
}

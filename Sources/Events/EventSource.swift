import Files
import Time

/// Stores that have the parties of one export between them, in order: all of them in one, or a range of customers in
/// each.
public protocol EventSource: Sendable {
  var storeCount: Int { get }

  /// A store by its place in the order; each is asked for once, from any thread.
  func store(at index: Int) throws(FileError) -> EventStore

  /// The latest event of all stores, annotations too; nil where there is none.
  func latestEvent() throws(FileError) -> Instant?

  /// What reading met; to be asked for once all stores are there.
  func summary() throws(FileError) -> ReadSummary
}

/// A whole export is a source of one store.
public struct WholeExport: EventSource {
  private let store: EventStore

  public init(_ store: EventStore) { self.store = store }

  public var storeCount: Int { 1 }
  public func store(at index: Int) -> EventStore { store }
  public func latestEvent() -> Instant? { store.latest }
  public func summary() -> ReadSummary { store.summary }
}

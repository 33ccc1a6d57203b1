import Dispatch
import Synchronization

/// Work on several threads whose results are used in order.
enum InOrder {
  /// - Parameters:
  ///   - jobs: how many threads work; as many results as four times that lie in memory at once.
  ///   - make: the result of an item, on any thread.
  ///   - use: gets the results in the items' order.
  static func run<Item: Sendable, Result: Sendable>(
    _ items: [Item], jobs: Int, make: @Sendable (Item) throws(SnapshotError) -> Result,
    use: (Item, Result) throws(SnapshotError) -> Void
  ) throws(SnapshotError) {
    let batch = max(1, jobs) * 4
    for start in stride(from: 0, to: items.count, by: batch) {
      let part = items[start..<min(start + batch, items.count)]
      let results = Mutex([Swift.Result<Result, SnapshotError>?](repeating: nil, count: part.count))
      let next = Atomic(0)
      DispatchQueue.concurrentPerform(iterations: min(max(1, jobs), part.count)) { _ in
        while true {
          let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
          guard number < part.count else { return }
          let item = part[part.startIndex + number]
          let result = Swift.Result { () throws(SnapshotError) in try make(item) }
          results.withLock { $0[number] = result }
        }
      }
      for (item, result) in zip(part, results.withLock { $0 }) {
        if let result { try use(item, try result.get()) }
      }
    }
  }
}

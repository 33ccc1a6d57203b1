import Dispatch
import SQL
import Synchronization
import Time

/// Makes rows and inserts them: a round's rows are inserted, in order, while the next round's are made.
struct FillingStage {
  private let fillers: [GroupFiller]
  private let loader: LoaderSlot
  private let schema: GroupSchema
  private var waiting: [GroupFiller.Rows] = []
  private var agents: [UInt32: Int] = [:]
  private var topics: Set<[UInt8]> = []

  init(fillers: [GroupFiller], loader: DatabaseLoader, schema: GroupSchema) {
    self.fillers = fillers
    self.loader = LoaderSlot(loader)
    self.schema = schema
  }
}

/// The loader, which one thread uses at a time: the first.
private final class LoaderSlot: @unchecked Sendable {
  let loader: DatabaseLoader
  init(_ loader: DatabaseLoader) { self.loader = loader }
}

extension FillingStage {
  mutating func run(_ chunks: ArraySlice<Range<Int>>) throws(SQLError) {
    let made = Mutex<[Int: GroupFiller.Rows]>([:])
    let failure = Mutex<SQLError?>(nil)
    let next = Atomic(chunks.startIndex)
    let (fillers, before, loader, schema) = (fillers, waiting, loader, schema)
    DispatchQueue.concurrentPerform(iterations: fillers.count) { worker in
      if worker == 0 {
        do throws(SQLError) {
          try FillingStage.insert(before, loader.loader, schema)
        } catch {
          failure.withLock { $0 = error }
        }
      }
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < chunks.endIndex else { return }
        let rows = fillers[worker].fill(chunks[index])
        made.withLock { $0[index] = rows }
      }
    }
    if let failure = failure.withLock({ $0 }) { throw failure }
    waiting = made.withLock { made in chunks.indices.compactMap { made[$0] } }
    for rows in waiting {
      agents.merge(rows.agents) { $0 + $1 }
      topics.formUnion(rows.topics)
    }
  }

  /// Inserts the last round's rows.
  mutating func insert() throws(SQLError) {
    try FillingStage.insert(waiting, loader.loader, schema)
    waiting = []
  }

  /// Inserts what belongs to no party.
  func insertLast(days: ClosedRange<CivilDate>?) throws(SQLError) {
    let rows = fillers[0].fill(agents: agents, topics: topics, days: days)
    try FillingStage.insert([rows], loader.loader, schema)
  }

  private static func insert(
    _ rounds: [GroupFiller.Rows], _ loader: DatabaseLoader, _ schema: GroupSchema
  ) throws(SQLError) {
    for rows in rounds {
      for (table, batch) in zip(schema.tables, rows.batches) { try loader.append(batch, to: table.name) }
    }
  }
}

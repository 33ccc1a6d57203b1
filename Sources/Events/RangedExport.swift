import Files
import Synchronization
import Time

/// An export that was read, of which a range of customers is built when it is asked for: no more of the events lies in
/// order, and in memory, than is worked on. What events and parties say of each other holds in their own store; names
/// shared by all, and channels, have one numbering.
public final class RangedExport: EventSource {
  private let records: ExportRecords
  private let merger: BatchMerger
  private let texts: SourceTexts
  /// How many bytes of a range's events may lie in memory.
  private let eventBytes: Int
  private let state = Mutex(State())

  private struct State {
    /// Built before they were asked for.
    var ahead: [Int: EventStore] = [:]
    var dropped = DroppedEvents()
    var events = 0
  }

  init(_ records: ExportRecords, eventBytes: Int) throws(ExportError) {
    self.records = records
    self.eventBytes = eventBytes
    merger = try BatchMerger(numbering: records.read.batches)
    texts = SourceTexts(files: records.files)
  }
}

extension RangedExport {
  public var storeCount: Int { records.read.runs.count }

  var isEmpty: Bool { records.read.runs.allSatisfy(\.isEmpty) }

  public func store(at index: Int) throws(FileError) -> EventStore {
    if let built = state.withLock({ $0.ahead.removeValue(forKey: index) }) { return built }
    return try build(index)
  }

  /// Later records stand for earlier ones, so that the latest event of all may be none of those that were read last. Ranges
  /// are built until no other can have a later one: of most exports, the one that has the latest record.
  public func latestEvent() throws(FileError) -> Instant? {
    let most = records.read.runs.map { runs in runs.map(\.latest).max() }
    let ranges = most.indices.sorted { (most[$0] ?? .min, $1) > (most[$1] ?? .min, $0) }
    var latest: Instant?
    for range in ranges {
      guard let most = most[range], latest.map({ $0.milliseconds < most }) ?? true else { break }
      let store = try store(at: range)
      if let found = store.latest { latest = max(latest ?? found, found) }
      state.withLock { $0.ahead[range] = store }
    }
    return latest
  }

  public func summary() throws(FileError) -> ReadSummary {
    var (dropped, events) = state.withLock { ($0.dropped, $0.events) }
    dropped.sort()
    return SummaryBuilder(
      texts: texts, lines: LineIndex(), unknownKinds: merger.countedKinds, dropped: dropped,
      rejected: try records.read.rejected(inMemory: eventBytes / 4)
    )
    .build(records.read.batches, warnings: records.warnings, events: events)
  }
}

extension RangedExport {
  private func build(_ range: Int) throws(FileError) -> EventStore {
    let runs = records.read.runs[range]
    let events = ScratchColumn<Event>(inMemory: eventBytes)
    try events.resize(runs.reduce(0) { $0 + $1.records })
    let ids = try EventIDs(byteCount: runs.reduce(0) { $0 + $1.idBytes }, inMemory: eventBytes / 2)
    let conversations = records.read.hasConversations ? events.count : 0
    let customersStart = UInt32(merger.names.count + conversations)
    var builder = RangeBuilder(runs, records.pool, merger, nil)
    _ = try builder.count()
    let place = RangeBuilder.Place(
      events: events.values, firstID: 0, firstEvent: 0, conversationsStart: UInt32(merger.names.count),
      customersStart: customersStart)
    let result = try builder.build(place, firstParty: 0, texts: texts, ids: ids)
    if let failure = records.pool.failure { throw failure }
    try events.resize(result.parties.last?.events.upperBound ?? 0)
    state.withLock { state in
      state.dropped.merge(result.outcome)
      state.events += events.count
    }
    return store(result, EventSlice(events), ids, conversations)
  }

  private func store(
    _ result: RangeBuilder.Result, _ events: EventSlice, _ ids: EventIDs, _ conversations: Int
  ) -> EventStore {
    let given = conversations > 0 ? ConversationIDs(events: events, texts: texts, count: conversations) : nil
    return EventStore(
      events: events, parties: result.parties, channels: Array(merger.channels),
      names: NameTable(shared: merger.names, conversations: given, customers: result.customers),
      summary: ReadSummary(), latest: result.latest, texts: texts, ids: ids, people: PeopleIndex(), lines: LineIndex())
  }
}

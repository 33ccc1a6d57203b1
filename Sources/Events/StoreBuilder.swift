import Files
import Glibc
import Synchronization
import Time

/// Makes one store of what the workers read: one numbering, events by party and in order, duplicates gone.
struct StoreBuilder {
  let records: ExportRecords
  /// How many bytes of events may lie in memory.
  let eventBytes: Int
  let jobs: Int
  let omission: Omission?

  func build() throws(ExportError) -> EventStore {
    let read = records.read
    let merger = try BatchMerger(numbering: read.batches)
    let texts = SourceTexts(files: records.files)
    let customers = CustomerIndex(read.batches, texts)
    let omitter = omission.map {
      RangeBuilder.Omitter(omission: $0, reader: CustomerReader(texts: texts, customers: customers))
    }
    do throws(FileError) {
      let events = ScratchColumn<Event>(inMemory: eventBytes)
      let starts = starts(read.runs, \.records)
      try events.resize(starts.last ?? 0)
      let idStarts = self.starts(read.runs, \.idBytes)
      let ids = try EventIDs(byteCount: idStarts.last ?? 0, inMemory: eventBytes / 2)
      let numbers = Numbers(merger, read.hasConversations ? events.count : 0)
      var results = try build(read, merger, omitter, numbers, texts, starts, events, idStarts, ids)
      let kept = join(&results, starts, events, numbers)
      try events.resize(kept)
      let rejected = try read.rejected(inMemory: eventBytes / 4)
      return store(read, merger, results, texts, customers, EventSlice(events), ids, numbers, rejected)
    } catch {
      throw .file(error)
    }
  }
}

extension StoreBuilder {
  /// How the store numbers names: `NameTable`'s groups.
  private struct Numbers {
    let conversationsStart: UInt32
    let conversations: Int
    let customersStart: UInt32

    init(_ merger: BatchMerger, _ conversations: Int) {
      conversationsStart = UInt32(merger.names.count)
      self.conversations = conversations
      customersStart = conversationsStart + UInt32(conversations)
    }
  }

  /// By range, where its part of something begins that each run has so much of; and the end of all.
  private func starts(_ runs: [[RecordRun]], _ size: KeyPath<RecordRun, Int> & Sendable) -> [Int] {
    runs.reduce(into: [0]) { starts, runs in
      starts.append(starts[starts.count - 1] + runs.reduce(0) { $0 + $1[keyPath: size] })
    }
  }

  private func build(
    _ read: PartReader.Outcome, _ merger: BatchMerger, _ omitter: RangeBuilder.Omitter?, _ numbers: Numbers,
    _ texts: SourceTexts, _ starts: [Int], _ events: ScratchColumn<Event>, _ idStarts: [Int], _ ids: EventIDs
  ) throws(FileError) -> [RangeBuilder.Result] {
    let queue = PartyQueue()
    let results = Parallel.map(read.runs.count, jobs: jobs) { range in
      let place = RangeBuilder.Place(
        events: UnsafeMutableBufferPointer(rebasing: events.values[starts[range]..<starts[range + 1]]),
        firstID: idStarts[range], firstEvent: starts[range], conversationsStart: numbers.conversationsStart,
        customersStart: numbers.customersStart)
      let result = build(RangeBuilder(read.runs[range], records.pool, merger, omitter), range, place, queue, texts, ids)
      // The store grows as the blocks go.
      records.pool.release(Set(read.runs[range].map(\.block)))
      events.release(starts[range]..<starts[range + 1])
      ids.release(idStarts[range]..<idStarts[range + 1])
      return result
    }
    if let failure = records.pool.failure ?? results.lazy.compactMap(\.failure).first { throw failure }
    return results
  }

  private func build(
    _ builder: consuming RangeBuilder, _ range: Int, _ place: RangeBuilder.Place, _ queue: PartyQueue,
    _ texts: SourceTexts, _ ids: EventIDs
  ) -> RangeBuilder.Result {
    var told = false
    do throws(FileError) {
      let count = try builder.count()
      told = true
      return try builder.build(place, firstParty: queue.take(count, for: range), texts: texts, ids: ids)
    } catch {
      if !told { _ = queue.take(0, for: range) }
      var result = RangeBuilder.Result()
      result.failure = error
      return result
    }
  }

  /// Closes the gaps that dropped events left between ranges.
  /// - Returns: how many events are left.
  private func join(
    _ results: inout [RangeBuilder.Result], _ starts: [Int], _ events: ScratchColumn<Event>, _ numbers: Numbers
  ) -> Int {
    var end = 0
    for range in results.indices {
      let kept = results[range].parties.last.map { $0.events.upperBound - starts[range] } ?? 0
      let shift = starts[range] - end
      if shift > 0 {
        for i in end..<end + kept {
          var event = events[i + shift]
          if event.conversation != 0 { event.conversation -= UInt32(shift) }
          events[i] = event
        }
        for party in results[range].parties.indices { results[range].parties[party].events.move(by: -shift) }
      }
      end += kept
    }
    return end
  }

  private func store(
    _ read: PartReader.Outcome, _ merger: BatchMerger, _ results: [RangeBuilder.Result], _ texts: SourceTexts,
    _ customerRecords: CustomerIndex, _ events: EventSlice, _ ids: EventIDs, _ numbers: Numbers,
    _ rejected: ScratchColumn<RejectedRecord>
  ) -> EventStore {
    var parties: [EventStore.Party] = []
    var customers = TextColumn()
    var told: [CustomerTexts] = []
    var dropped = DroppedEvents()
    var latest = LatestEvents()
    customers.reserve(
      results.reduce(0) { $0 + $1.customers.count }, bytes: results.reduce(0) { $0 + $1.customers.byteCount })
    parties.reserveCapacity(customers.count)
    for result in results {
      if !result.told.isEmpty {
        told += repeatElement(CustomerTexts(), count: parties.count - told.count) + result.told
      }
      parties += result.parties
      customers.append(contentsOf: result.customers)
      dropped.merge(result.outcome)
      latest.merge(result.latest)
    }
    dropped.sort()
    let conversations =
      numbers.conversations > 0 ? ConversationIDs(events: events, texts: texts, count: numbers.conversations) : nil
    let lines = LineIndex()
    let omitted = results.flatMap(\.omitted)
    var summary = SummaryBuilder(
      texts: texts, lines: lines, unknownKinds: merger.countedKinds, dropped: dropped, rejected: rejected
    )
    .build(read.batches, warnings: records.warnings, events: events.count)
    summary.omittedCustomers = omitted.count
    summary.omittedEvents = omitted.reduce(0) { $0 + $1.events }
    return EventStore(
      events: events, parties: parties, channels: Array(merger.channels),
      names: NameTable(shared: merger.names, conversations: conversations, customers: customers),
      summary: summary,
      latest: latest, texts: texts, ids: ids,
      people: PeopleIndex(merger, customers: customerRecords, told: told, texts), lines: lines,
      omitted: omitted)
  }
}

extension Range<Int> {
  fileprivate mutating func move(by distance: Int) { self = lowerBound + distance..<upperBound + distance }
}

/// Numbers the parties of all ranges through, although the ranges are built at the same time: each waits until those
/// before it have told how many they have.
private final class PartyQueue: Sendable {
  private let state = Mutex((range: 0, parties: 0))

  /// - Returns: how many parties the ranges before this one have.
  func take(_ count: Int, for range: Int) -> Int {
    while true {
      let first = state.withLock { state -> Int? in
        guard state.range == range else { return nil }
        defer { state = (range + 1, state.parties + count) }
        return state.parties
      }
      if let first { return first }
      sched_yield()
    }
  }
}

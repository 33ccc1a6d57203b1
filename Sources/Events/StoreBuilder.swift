import Files
import Time

/// Joins the workers' batches into one store: one numbering, events by party and in order, duplicates gone.
struct StoreBuilder {
  let files: [SourceFile]
  let warnings: [String]
  let jobs: Int

  /// - Parameter batches: emptied of their events as these are copied.
  func build(_ batches: inout [Batch]) throws(ExportError) -> EventStore {
    let merger = BatchMerger(batches)
    guard merger.channels.count <= 1 << 16 else { throw .tooManyChannels }
    var store = EventStore()
    let texts = try texts(merger)
    store.texts = texts
    store.names = merger.names
    store.channels = Array(merger.channels)
    store.people = PeopleIndex(merger, texts)
    let sorter = PartySorter(merger)
    store.parties = sorter.parties
    store.events = sorter.scatter(&batches, merger.renumberings)
    let dropped = EventOrderer(texts: texts, jobs: jobs).order(&store.events, &store.parties)
    store.markLatest()
    store.summary = SummaryBuilder(
      texts: texts, lines: store.lines, unknownKinds: merger.countedKinds, dropped: dropped
    )
    .build(batches, warnings: warnings, events: store.events.count)
    return store
  }

  private func texts(_ merger: BatchMerger) throws(ExportError) -> SourceTexts {
    do { return try SourceTexts(files: files, arena: merger.arena) } catch { throw .file(error) }
  }
}

extension EventStore {
  fileprivate mutating func markLatest() {
    var record: UInt64?
    for event in events {
      if latest.map({ event.at > $0 }) ?? true {
        if event.record != record { secondLatest = latest }
        (latest, record) = (event.at, event.record)
      } else if event.record != record, secondLatest.map({ event.at > $0 }) ?? true {
        secondLatest = event.at
      }
    }
  }
}

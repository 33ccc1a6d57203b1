import Diagnostics
import Dispatch
import Events
import Files
import Grouping
import Reports
import Search
import Synchronization
import Time
import Timelines

/// Makes the site searchable: a dictionary of terms and what they lead to, in shards that a script asks for, and the page
/// that does without one.
struct SearchStage: Sendable {
  let site: SiteProgram
  let data: SiteData
  let facts: Facts
  let made: MadePages
  let pageSource: PageSource?
  let jobs: Int
  let memory: MemoryBudget

  /// Where the page of search is, and the folder of the shards.
  static let page = "search.html"
  static let folder = "search/"
}

extension SearchStage {
  func run(into output: SiteOutput) throws(Diagnostics) {
    var notes = PageNotes()
    let key = pageSource?.key(search: made.pages) ?? 0
    if key != 0, try output.reuse(all: key, notes: &notes) { return }
    let source = SearchSource(self)
    let terms = try terms(of: source)
    let places = terms.cited.count > 0 ? try SplitTimelines(source).places(jobs: jobs) : [:]
    notes.source = key
    let starts = try terms.write(
      conversation: { source.write(conversation: $0, to: &$1) },
      emit: { (name, bytes) throws(Diagnostics) in
        try output.write(file: SearchStage.address(name), bytes, notes: &notes)
        if notes.isFull { try output.hand(over: &notes) }
      })
    try output.hand(over: &notes)
    try writeDocuments(
      source, MessageDocuments(source: source, cited: terms.cited, places: places), key: key, into: output)
    try directory(source, starts, messages: terms.cited.count).write { (name, bytes) throws(Diagnostics) in
      try output.write(file: SearchStage.address(name), bytes, notes: &notes)
    }
    try SearchPage(source: source).write(into: output, notes: &notes)
    try output.hand(over: &notes)
  }

  static func address(_ shard: String) -> String { folder + shard + ".js" }
}

extension SearchStage {
  /// Reads everything once, each thread into tables of its own.
  private func terms(of source: SearchSource) throws(Diagnostics) -> SearchTerms {
    let share = memory.share(of: 8)
    let exact = TermRuns(most: .max, inMemory: share)
    let messages = TermRuns(most: SearchTerms.mostMessages, inMemory: share)
    try work(source.exactPieces.count) { worker throws(FileError) in
      var collector = ExactCollector(source: source, runs: exact, memory: share / jobs)
      while let piece = worker.next() { try collector.add(source.exactPieces[piece]) }
      try collector.finish()
    }
    if source.hasText {
      let runs = data.store.partyRuns
      let walked = WalkedParties(data.store, within: memory)
      try work(runs.count) { worker throws(FileError) in
        var collector = MessageCollector(source: source, runs: messages, memory: share / jobs)
        while let piece = worker.next() {
          try collector.add(runs[piece])
          walked.pass(runs[piece])
        }
        try collector.finish()
      }
    }
    do throws(FileError) {
      return try SearchTerms(
        exact: exact.all, messages: messages.all, events: data.store.events.count, inMemory: share)
    } catch {
      throw Diagnostics([error.diagnostic])
    }
  }

  private func writeDocuments(
    _ source: SearchSource, _ messages: MessageDocuments, key: UInt64, into output: SiteOutput
  ) throws(Diagnostics) {
    let shards = source.documentShards + messages.shards
    let failure = Mutex<Diagnostics?>(nil)
    try work(shards.count) { worker throws(FileError) in
      var notes = PageNotes()
      notes.source = key
      var scratch = MessageDocuments.Scratch()
      do throws(Diagnostics) {
        while let index = worker.next() {
          let (name, shard) = (shards[index].name, shards[index].make(&scratch))
          try output.write(file: SearchStage.address(name), shard.script(name), notes: &notes)
          if notes.isFull { try output.hand(over: &notes) }
        }
        try output.hand(over: &notes)
      } catch {
        failure.withLock { $0 = $0 ?? error }
      }
    }
    if let error = failure.withLock({ $0 }) { throw error }
  }

  private func directory(_ source: SearchSource, _ starts: [String], messages: Int) -> SearchDirectory {
    let words = site.sources.words
    let counts = [("p", source.pages.count), ("c", source.customers.count), ("m", messages)]
    return SearchDirectory(
      starts: starts,
      words: SearchStage.words.map { (key: $0, text: words["search." + $0]) }
        + [
          (key: "partly", text: words.fill("search.partly", ["most": words.number(SearchTerms.mostMessages)])),
          (key: "thousands", text: words["format.thousands"]),
        ],
      counts: counts.map { (kind: $0.0, count: $0.1) })
  }

  /// The interface's words that the script shows.
  private static let words = [
    "label", "hint", "close", "loading", "none", "found", "cut", "more", "newest", "pages", "customers",
    "conversations", "messages", "conversation", "note", "unknown",
  ]

  /// Hands out work to all threads.
  private func work(
    _ count: Int, _ body: @Sendable (borrowing SearchWorker) throws(FileError) -> Void
  ) throws(Diagnostics) {
    let failure = Mutex<FileError?>(nil)
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: jobs) { _ in
      let worker = SearchWorker(count: count) { next.wrappingAdd(1, ordering: .relaxed).oldValue }
      do throws(FileError) { try body(worker) } catch { failure.withLock { $0 = $0 ?? error } }
    }
    if let error = failure.withLock({ $0 }) { throw Diagnostics([error.diagnostic]) }
  }
}

/// One of the threads that share a work.
struct SearchWorker: ~Copyable {
  let count: Int
  let take: () -> Int

  /// The next piece of the work, until all are done.
  func next() -> Int? {
    let index = take()
    return index < count ? index : nil
  }
}

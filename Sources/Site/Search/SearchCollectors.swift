import Events
import Files
import Search
import Time
import Timelines

/// Collects what is found by its name or id, without exception; one a thread.
struct ExactCollector: ~Copyable {
  private let source: SearchSource
  private let runs: TermRuns
  private let memory: Int
  private var scanner = TermScanner()
  private var table = TermTable()

  init(source: SearchSource, runs: TermRuns, memory: Int) {
    self.source = source
    self.runs = runs
    self.memory = memory
  }
}

extension ExactCollector {
  mutating func add(_ piece: SearchSource.Piece) throws(FileError) {
    switch piece {
    case .pages: for (number, page) in source.pages.enumerated() { add(page.entry.title, ExactKey.make(.page, number)) }
    case .customers(let range): for number in range { add(customer: number) }
    case .conversations(let range):
      for number in range {
        guard let id = source.givenID(ofConversation: number) else { continue }
        table.add(TermScanner.key(id), key: ExactKey.make(.conversation, number))
      }
    }
    if table.size > memory { try runs.take(&table) }
  }

  mutating func finish() throws(FileError) { try runs.take(&table) }

  private mutating func add(customer number: Int) {
    let (party, name) = source.customers[number]
    let person = source.store.customer(of: source.store.parties[party])
    let key = ExactKey.make(.customer, number)
    add(name, key)
    table.add(TermScanner.key(person.id), key: key)
    for mail in person.emails { table.add(TermScanner.key(mail), key: key) }
  }

  /// Adds a text's words.
  private mutating func add(_ text: String, _ key: UInt64) {
    var text = text
    text.withUTF8 { scanner.add($0, longest: .max, to: &table, key: key) }
  }
}

/// Collects what messages say: of each word the newest messages; one a thread.
struct MessageCollector: ~Copyable {
  private let source: SearchSource
  private let runs: TermRuns
  private let memory: Int
  private let records: EventRecords
  private var scanner = TermScanner()
  private var table = TermTable(most: SearchTerms.mostMessages)
  private var details = EventDetails()

  init(source: SearchSource, runs: TermRuns, memory: Int) {
    self.source = source
    self.runs = runs
    self.memory = memory
    records = source.store.records
  }
}

extension MessageCollector {
  mutating func add(_ parties: Range<Int>) throws(FileError) {
    for party in parties {
      let range = source.store.parties[party].events
      records.fetch(source.store.events[range])
      for (index, event) in zip(range, source.store.events[range]) {
        guard event.at <= source.stage.data.asOf else { break }
        if event.kind.isRead { add(event, index) }
      }
      if table.size > memory { try runs.take(&table) }
    }
  }

  mutating func finish() throws(FileError) { try runs.take(&table) }

  private mutating func add(_ event: Event, _ index: Int) {
    records.details(of: event, into: &details)
    let key = MessageKey.make(
      seconds: (event.at.milliseconds - source.stage.data.earliest.milliseconds) / 1000, event: index)
    details.subject.withUnsafeBufferPointer { scanner.add($0, to: &table, key: key) }
    details.text.withUnsafeBufferPointer { text in
      scanner.add(UnsafeBufferPointer(rebasing: text[..<text.ownCount]), to: &table, key: key)
    }
  }
}

extension EventKind {
  /// Whether its text is searched.
  fileprivate var isRead: Bool { self == .message || self == .note }
}

extension UnsafeBufferPointer<UInt8> {
  /// How many bytes of a message its writer wrote: what a mail repeats is found where it was said.
  var ownCount: Int { QuotedTail.start(in: self) ?? count }
}

import Files
import Time

/// Everything that was read of an export: events packed and sorted by party, then in the order of `guide/rules.md`,
/// duplicates dropped; their ids; people; what was rejected. Texts stay in the mapped files.
///
/// Sorted so that `parties` are in the byte order of brand, then customer, and `events(of:)` is one run.
///
/// A class, so that it is handed on at the cost of one reference; nothing of it changes once it is there.
public final class EventStore: Sendable {
  /// A customer at a brand.
  public struct Party: Sendable {
    /// An index into the store's names; the brand `""` where the export names none.
    public var brand: UInt32
    public var customer: UInt32
    /// The events' range.
    public var events: Range<Int>
  }

  /// Every accepted event; `parties` index into it.
  public let events: EventSlice
  public let parties: [Party]
  /// Channel names in the order in which records first name them; `channels[0]` is `""`.
  public let channels: [String]
  /// Brands, customers, Conversations' and actors' ids. `names[0]` is `""`.
  let names: NameTable
  /// What reading found besides events.
  public let summary: ReadSummary
  /// The latest event of the whole export, annotations too.
  public let latest: Instant?
  /// The latest event of any other record than the one that `latest` is of.
  public let secondLatest: Instant?

  let texts: SourceTexts?
  let ids: EventIDs?
  let people: PeopleIndex
  let lines: LineIndex
  /// What changes all that is handed out of people and texts.
  public let screen: (any StoreScreen)?
  /// With a screen: the indices that are brands' names.
  let brands: Set<UInt32>
  /// Customers whom reading left out. Behind a screen there are none.
  public let omitted: [OmittedCustomer]

  init(
    events: EventSlice, parties: [Party], channels: [String], names: NameTable, summary: ReadSummary,
    latest: LatestEvents, texts: SourceTexts?, ids: EventIDs?, people: PeopleIndex, lines: LineIndex,
    omitted: [OmittedCustomer] = []
  ) {
    self.events = events
    self.parties = parties
    self.channels = channels
    self.names = names
    self.summary = summary
    self.latest = latest.latest
    secondLatest = latest.second
    self.texts = texts
    self.ids = ids
    self.people = people
    self.lines = lines
    screen = nil
    brands = []
    self.omitted = omitted
  }

  /// Another store behind a screen.
  init(_ store: EventStore, behind screen: any StoreScreen, summary: ReadSummary) {
    events = store.events
    parties = store.parties
    channels = store.channels
    names = store.names
    self.summary = summary
    latest = store.latest
    secondLatest = store.secondLatest
    texts = store.texts
    ids = store.ids
    people = store.people
    lines = store.lines
    self.screen = screen
    brands = Set(parties.lazy.map(\.brand))
    omitted = []
  }

  /// Without any event.
  public convenience init(summary: ReadSummary = ReadSummary()) {
    self.init(
      events: [], parties: [], channels: [""], names: NameTable(), summary: summary, latest: LatestEvents(),
      texts: nil, ids: nil, people: PeopleIndex(), lines: LineIndex())
  }
}

extension EventStore {
  public func events(of party: Party) -> EventSlice { events[party.events] }

  /// The text of an index into the store's names.
  public func name(_ index: UInt32) -> String {
    screen.map { screened(index, by: $0) } ?? names[Int(index)]
  }

  /// Appends the bytes of that text.
  public func appendName(_ index: UInt32, to bytes: inout [UInt8]) {
    if let screen { return bytes.append(contentsOf: screened(index, by: screen).utf8) }
    names.withBytes(Int(index)) { bytes.append(contentsOf: $0) }
  }

  /// Whether one of the store's names comes before another, as bytes of what is handed out.
  public func precedes(_ a: UInt32, _ b: UInt32) -> Bool {
    guard screen != nil else { return names.precedes(Int(a), Int(b)) }
    return name(a).utf8.lexicographicallyPrecedes(name(b).utf8)
  }

  public func id(of event: Event) -> String {
    var bytes: [UInt8] = []
    appendID(of: event, into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The file of an event's record, as shown to a person, and the line, from 1.
  public func place(of event: Event) -> (file: String, line: Int) {
    let location = Location(packed: event.record)
    guard let file = texts?.file(location) else { return ("", 0) }
    return (screen?.file(file.path) ?? file.path, lines.line(of: location.offset, in: file))
  }

  /// Gives the memory of some parties' events and their ids back to the system, as far as they lie in scratch files.
  /// For a walk in the parties' order, which will not come back soon.
  public func release(parties range: Range<Int>) {
    guard !range.isEmpty else { return }
    let (first, last) = (events(of: parties[range.lowerBound]), events(of: parties[range.upperBound - 1]))
    ids?.release(behind: first, through: last)
    events[first.startIndex..<last.endIndex].release()
  }

  /// Tells the system that details and people are read party by party from now on, and so from all over the export.
  public func expectScatteredReads() {
    for file in texts?.files ?? [] { file.mapped.expectScatteredReads() }
  }

  /// Gives the memory back to the system that details and people were read from since the last time. It costs a
  /// page fault for each place that is read again: to be called now and then, from any thread.
  public func releaseTexts() {
    for file in texts?.files ?? [] { file.mapped.release(file.bytes.indices) }
  }

  /// How far the latest event is ahead of all other records: a leap tells of a wrong clock.
  public var latestGap: Length? {
    guard let latest, let secondLatest else { return nil }
    return latest - secondLatest
  }
}

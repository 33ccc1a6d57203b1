import Events
import Grouping
import Privacy
import Reports
import Search
import Time
import Timelines
import Wording

/// What there is to be found, numbered: pages and their headings, customers in the order of their index, Conversations
/// with an id of their own.
struct SearchSource: Sendable {
  let stage: SearchStage
  /// With the page's address.
  let pages: [(address: String, entry: SearchedPage.Entry)]
  let customers: [(party: Int, name: String)]
  /// By party, its number among the customers; -1 for one that is not shown.
  let numbers: [Int32]
  /// Whether what messages say may be searched.
  let hasText: Bool
  let exactPieces: [Piece]

  /// A part of what is found by its name or id.
  enum Piece: Sendable {
    case pages
    case customers(Range<Int>)
    /// Of the facts.
    case conversations(Range<Int>)
  }

  init(_ stage: SearchStage) {
    self.stage = stage
    pages = stage.made.pages.flatMap { page in page.entries.map { (page.address, $0) } }
    // Whoever has no timeline is no place to go to.
    let hasTimelines = stage.site.sources.audience.policy.hasTimelines
    customers = hasTimelines ? PageFamilies.customerOrder(stage.made.context) : []
    var numbers = [Int32](repeating: -1, count: stage.data.store.parties.count)
    for (number, customer) in customers.enumerated() { numbers[customer.party] = Int32(number) }
    self.numbers = numbers
    let configuration = stage.site.sources.configuration
    hasText = hasTimelines && configuration.search == .text && stage.site.sources.audience.policy.readsTexts
    exactPieces =
      [.pages] + SearchSource.ranges(customers.count, 2048).map { .customers($0) }
      + SearchSource.ranges(stage.facts.conversations.count, 4096).map { .conversations($0) }
  }
}

extension SearchSource {
  var store: EventStore { stage.data.store }

  static func ranges(_ count: Int, _ size: Int) -> [Range<Int>] {
    stride(from: 0, to: count, by: size).map { $0..<min(count, $0 + size) }
  }

  func addresses(_ party: Int) -> PartyAddresses {
    let party = store.parties[party]
    return stage.site.sources.audience.addresses(brand: store.name(party.brand), customer: store.name(party.customer))
  }

  func day(_ instant: Instant) -> String {
    stage.site.sources.words.shortDayAndYear(stage.site.sources.zone.date(instant))
  }

  /// The id that the platform gave a Conversation; nil where it has none, or nobody is shown for it.
  func givenID(ofConversation number: Int) -> String? {
    let fact = stage.facts.conversations[number]
    guard fact.group.givenID != 0, numbers[fact.party] >= 0 else { return nil }
    return store.name(fact.group.givenID)
  }

  /// The customer's number, the anchor, the day, and the id as it is written where a term does not show it.
  func write(conversation number: Int, to shard: inout SearchShard) {
    guard let id = givenID(ofConversation: number) else { return }
    let fact = stage.facts.conversations[number]
    var addresses = addresses(fact.party)
    shard.append(number: Int(numbers[fact.party]))
    shard.append(addresses.address(.conversation) { $0.append(contentsOf: id.utf8) }.text)
    shard.append(day(fact.group.startedAt))
    if TermScanner.key(id) != id { shard.append("|" + id) }
  }
}

extension SearchSource {
  /// A shard of documents, made when a thread comes to it.
  struct DocumentShard {
    var name: String
    var make: @Sendable (inout MessageDocuments.Scratch) -> SearchShard
  }

  /// Pages and customers.
  var documentShards: [DocumentShard] {
    SearchSource.ranges(pages.count, SearchShard.documents).enumerated().map { number, range in
      DocumentShard(name: "p-\(number + 1)") { _ in pageDocuments(range) }
    }
      + SearchSource.ranges(customers.count, SearchShard.documents).enumerated().map { number, range in
        DocumentShard(name: "c-\(number + 1)") { _ in customerDocuments(range) }
      }
  }

  /// Title, address, context.
  private func pageDocuments(_ range: Range<Int>) -> SearchShard {
    var shard = SearchShard()
    for (address, entry) in pages[range] {
      shard.append(entry.title)
      shard.endField()
      shard.append(entry.link(on: address))
      shard.endField()
      var context = entry.context
      context.withUTF8 { shard.append($0, atMost: 240) }
      shard.endLine()
    }
    return shard
  }

  /// Name, address, id, mail addresses and brand.
  private func customerDocuments(_ range: Range<Int>) -> SearchShard {
    var shard = SearchShard()
    for (party, name) in customers[range] {
      let person = store.customer(of: store.parties[party])
      var addresses = addresses(party)
      let brand = store.name(store.parties[party].brand)
      shard.append(name)
      shard.endField()
      shard.append(addresses.address(.timeline).text)
      shard.endField()
      shard.append(([person.id] + person.emails + (brand.isEmpty ? [] : [brand])).joined(separator: " · "))
      shard.endLine()
    }
    return shard
  }
}

/// Where the export tells of customers, agents and topics: the last record of each id.
struct PeopleIndex: Sendable {
  let customers: CustomerIndex
  private var agents: [UInt32: Location] = [:]
  let topics: TopicIndex
  /// By party, what neutral events tell of the customer.
  private let told: [CustomerTexts]
  /// By actor, the record that last names it; 0 for none.
  private let actorNames: [UInt64]

  init() {
    customers = CustomerIndex()
    told = []
    actorNames = []
    topics = TopicIndex()
  }

  init(_ merger: BatchMerger, customers: CustomerIndex, told: [CustomerTexts], _ texts: SourceTexts) {
    self.customers = customers
    self.told = told
    actorNames = merger.actorNames
    topics = TopicIndex(merger.people.lazy.filter { $0.kind == .topics }, merger.names, texts)
    for person in merger.people where person.kind == .agents { agents[person.id] = person.location }
  }
}

extension PeopleIndex {
  /// By a party's place in the store.
  func told(of party: Int) -> CustomerTexts { party < told.count ? told[party] : CustomerTexts() }

  /// Ids of agents that have a record, by number.
  var agentIDs: [UInt32] { agents.keys.sorted() }
  /// Actors whom events name, by number.
  var namedActors: [UInt32] { actorNames.indices.filter { actorNames[$0] != 0 }.map { UInt32($0) } }
  func agent(_ id: UInt32) -> Location? { agents[id] }

  /// The record that last names an actor.
  func actorName(_ id: UInt32) -> Location? {
    guard id < actorNames.count, actorNames[Int(id)] != 0 else { return nil }
    return Location(packed: actorNames[Int(id)])
  }
}

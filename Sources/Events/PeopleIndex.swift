/// Where the export tells of customers, agents and topics: the last record of each id.
struct PeopleIndex: Sendable {
  /// Brand and id of customers' records.
  private var customerPairs = PairTable()
  private var customerPlaces: [Location] = []
  private var agents: [UInt32: Location] = [:]
  let topics: TopicIndex
  /// Brand and customer of events, and what neutral events tell of them.
  private let parties: PairTable
  private let customerTexts: [CustomerTexts]
  private let actorNames: [UInt32: TextPlace]

  init() {
    parties = PairTable()
    customerTexts = []
    actorNames = [:]
    topics = TopicIndex()
  }

  init(_ merger: BatchMerger, _ texts: SourceTexts) {
    parties = merger.parties
    customerTexts = merger.customerTexts
    actorNames = merger.actorNames
    topics = TopicIndex(merger.people.lazy.filter { $0.kind == .topics }, merger.names, texts)
    for person in merger.people { add(person) }
  }
}

extension PeopleIndex {
  /// The record of a customer: the brand's own, else that of an export which names no brand.
  func customer(brand: UInt32, id: UInt32) -> Location? {
    let number = customerPairs.number(of: PairTable.pair(brand, id)) ?? customerPairs.number(of: PairTable.pair(0, id))
    return number.map { customerPlaces[Int($0)] }
  }

  func texts(brand: UInt32, customer: UInt32) -> CustomerTexts? {
    guard let party = parties.number(of: PairTable.pair(brand, customer)), party < customerTexts.count else {
      return nil
    }
    return customerTexts[Int(party)]
  }

  /// Ids of agents that have a record, by number.
  var agentIDs: [UInt32] { agents.keys.sorted() }
  func agent(_ id: UInt32) -> Location? { agents[id] }
  func actorName(_ id: UInt32) -> TextPlace? { actorNames[id] }

  private mutating func add(_ person: PersonRecord) {
    switch person.kind {
    case .customers:
      let number = Int(customerPairs.intern(PairTable.pair(person.brand, person.id)))
      if number == customerPlaces.count { customerPlaces.append(person.location) }
      customerPlaces[number] = person.location
    case .agents: agents[person.id] = person.location
    case .topics, .events, .items: break
    }
  }
}

extension Person {
  /// Reads the record of a customer or agent.
  init(at location: Location, id: String, _ texts: SourceTexts) {
    var fields = RecordFields(base: WordPadding.base)
    texts.file(location).scan(location.offset, into: &fields)
    func string(_ field: PersonField) -> String { fields.string(field.slot) }
    var externalIDs: [ExternalID] = []
    let single =
      fields[PersonField.externalID.slot].form == .integer
      ? String(decoding: fields.raw(PersonField.externalID.slot), as: UTF8.self) : string(.externalID)
    if !single.isEmpty { externalIDs.append(ExternalID(system: "", id: single)) }
    if fields[PersonField.externalIDs.slot].form == .object {
      externalIDs += JSONList.members(fields.raw(PersonField.externalIDs.slot)).map {
        ExternalID(system: $0.key, id: $0.value)
      }
    }
    externalIDs.sort { ($0.system, $0.id) < ($1.system, $1.id) }
    let email = string(.email)
    self.init(
      id: id, name: string(.name), emails: (email.isEmpty ? [] : [email]) + fields.strings(PersonField.emails.slot),
      phones: fields.strings(PersonField.phones.slot), address: string(.address), externalIDs: externalIDs)
  }
}

import Events

/// What tells of some customers of an export and of nobody else: what a site that has forgotten them may not hold.
public struct PersonTraces: Sendable {
  public let values: ForbiddenValues
  /// How many customers of the export are meant, and how many events they have.
  public let customers: Int
  public let events: Int

  /// - Parameters:
  ///   - store: as it was read, everyone in it.
  ///   - key: of pseudonyms, which are traces too; nil to do without.
  ///   - siteWords: what the site says of its own.
  ///   - jobs: how many threads read the texts.
  ///   - isMeant: whom it is about.
  public init(
    in store: EventStore, key: PseudonymKey?, siteWords: [UInt8], jobs: Int, isMeant: (Person) -> Bool
  ) {
    var own = ForbiddenValues()
    var others = ForbiddenValues()
    var parties: Set<Int> = []
    var singleNames: Set<String> = []
    let tellers = PersonTraces.tellers(key)
    for (index, party) in store.parties.enumerated() {
      let person = store.customer(of: party)
      guard isMeant(person) else {
        others.add(all: person)
        others.add(single: person.name)
        continue
      }
      parties.insert(index)
      own.add(all: person)
      if !person.name.isEmpty, !person.name.contains(where: \.isWhitespace) { singleNames.insert(person.name) }
      for teller in tellers { own.add(idsOf: party, in: store, as: teller) }
    }
    for agent in store.namedActors {
      if let agent = store.agent(agent) {
        others.add(all: agent)
        others.add(single: agent.name)
      }
    }
    for name in singleNames where !PersonTraces.isSaid(name, in: store, besides: parties) { own.add(single: name) }
    own.seal()
    others.seal()
    own.remove(others)
    own.allow(siteWords)
    own.texts = TextRuns(of: store, parties: parties, allowing: siteWords, jobs: jobs)
    values = own
    customers = parties.count
    events = parties.reduce(0) { $0 + store.events(of: store.parties[$1]).count }
  }
}

extension PersonTraces {
  /// How audiences see ids: as they are, and as pseudonyms where there is a key.
  private static func tellers(_ key: PseudonymKey?) -> [PersonView] {
    let words = AudienceWords()
    return [PersonView(policy: .internalPeople, key: nil, words: words)]
      + (key.map { [PersonView(policy: .stakeholder, key: $0, words: words)] } ?? [])
  }

  /// Whether a word stands in anyone else's texts.
  private static func isSaid(_ word: String, in store: EventStore, besides parties: Set<Int>) -> Bool {
    var phrases = KnownPhrases()
    phrases.add(word, .name)
    phrases.seal()
    var details = EventDetails()
    for (index, party) in store.parties.enumerated() where !parties.contains(index) {
      for event in store.events(of: party) {
        store.details(of: event, into: &details)
        if [details.text, details.subject].contains(where: { phrases.stand(in: $0) }) { return true }
      }
    }
    return false
  }
}

extension ForbiddenValues {
  fileprivate mutating func add(all person: Person) {
    if person.name.contains(where: \.isWhitespace) { phrases.add(name: person.name) }
    add(id: person.id)
    for email in person.emails { phrases.add(email, .email, least: 6) }
    for phone in person.phones {
      phones.add(phone)
      phrases.add(phone, .phone, least: 7)
    }
    phrases.add(person.address, .address, least: 8)
    for external in person.externalIDs { add(id: external.id) }
  }

  fileprivate mutating func add(single name: String) { phrases.add(name, .name, least: 4) }

  /// The ids of a party's events and Conversations, and the address of its page, as an audience sees them.
  fileprivate mutating func add(idsOf party: EventStore.Party, in store: EventStore, as view: PersonView) {
    let customer = view.id(store.name(party.customer), .customer)
    add(id: customer)
    var addresses = PartyAddresses(brand: store.name(party.brand), customer: customer)
    phrases.add(addresses.address(.timeline).text, .id, least: 12)
    var conversations: Set<UInt32> = []
    for event in store.events(of: party) {
      add(id: view.id(store.id(of: event), .event))
      if event.conversation != 0, conversations.insert(event.conversation).inserted {
        add(id: view.id(store.name(event.conversation), .conversation))
      }
    }
  }

  fileprivate mutating func remove(_ others: ForbiddenValues) {
    phrases.remove(others.phrases)
    phones.remove(others.phones)
    phoneFilter = PhoneFilter(phones)
  }
}

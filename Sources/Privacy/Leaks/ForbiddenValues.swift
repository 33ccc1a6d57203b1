import Events

/// What no byte of an audience's site may say. Who holds it can ask whether a text says any of it, and nothing else.
public struct ForbiddenValues: Sendable {
  var phrases = KnownPhrases()
  var phones = KnownPhones()
  var phoneFilter = PhoneFilter()
  /// Of what people wrote, if the audience reads none of it.
  var texts: TextRuns?

  init() {}

  public var isEmpty: Bool { phrases.isEmpty && texts == nil }

  /// Which runs that a scanner suspects do stand in a text. Reads all texts once, if there is anything to ask.
  public func confirmed(_ places: Set<LeakSuspect>) -> Set<LeakSuspect> {
    guard let texts else { return [] }
    let confirmed = texts.confirmed(Set(places.map(\.run)))
    return places.filter { confirmed.contains($0.run) }
  }
}

extension ForbiddenValues {
  /// - Parameters:
  ///   - store: as it was read.
  ///   - isOwn: the site's own words, which may be names too: `Grace` is one, and so is a page that thanks with it.
  init(of store: EventStore, hiddenBy policy: AudiencePolicy, siteWords: [UInt8], jobs: Int) {
    for party in store.parties { add(store.customer(of: party), policy) }
    for agent in store.namedActors { if let agent = store.agent(agent) { add(agent: agent, policy) } }
    if policy[.customerID] != .keep { addEventIDs(of: store) }
    seal()
    allow(siteWords)
    if !policy.readsTexts { texts = TextRuns(of: store, allowing: siteWords, jobs: jobs) }
  }

  /// Is called once, when all values are in.
  mutating func seal() {
    phrases.seal()
    phoneFilter = PhoneFilter(phones)
  }

  /// Takes the values of one word out that a text of the site's own says: a name may be a word.
  mutating func allow(_ text: [UInt8]) {
    var words: Set<PhraseHash> = []
    text.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      WordReader(text: TextBytes(base: base, count: bytes.count)).eachWord { words.insert($0) }
    }
    phrases.remove(words: words)
  }
}

extension ForbiddenValues {
  private mutating func add(_ customer: Person, _ policy: AudiencePolicy) {
    if policy[.customerName] != .keep { add(name: customer.name) }
    if policy[.customerID] != .keep { add(id: customer.id) }
    if policy[.email] != .keep { for email in customer.emails { phrases.add(email, .email, least: 6) } }
    if policy[.phone] != .keep {
      for phone in customer.phones {
        phones.add(phone)
        phrases.add(phone, .phone, least: 7)
      }
    }
    if policy[.address] != .keep { phrases.add(customer.address, .address, least: 8) }
    if policy[.externalIDs] != .keep { for external in customer.externalIDs { add(id: external.id) } }
  }

  private mutating func add(agent: Person, _ policy: AudiencePolicy) {
    guard policy[.agentName] != .keep else { return }
    add(name: agent.name)
    add(id: agent.id)
    for email in agent.emails { phrases.add(email, .email, least: 6) }
  }

  private mutating func add(name: String) { phrases.add(name, .name, least: 4) }

  /// Ids with a letter from six signs, numbers from nine: shorter ones are words and counts.
  mutating func add(id: String) {
    phrases.add(id, .id, least: id.utf8.contains { $0.isLetter || $0 >= 0x80 } ? 6 : 9)
  }

  private mutating func addEventIDs(of store: EventStore) {
    for event in store.events { add(id: store.id(of: event)) }
  }
}

extension EventStore {
  /// What the export tells of a party's customer: its record in the customers' files, completed by what neutral events
  /// say; at least the id.
  public func customer(of party: Party) -> Person {
    let id = name(party.customer)
    guard let texts else { return Person(id: id) }
    var person =
      people.customer(brand: party.brand, id: party.customer).map { Person(at: $0, id: id, texts) }
      ?? Person(id: id)
    let told = people.texts(brand: party.brand, customer: party.customer)
    if person.name.isEmpty, let name = told?.name { person.name = texts.string(name) }
    if person.emails.isEmpty, let email = told?.email { person.emails = [texts.string(email)] }
    return person
  }

  /// The agent (or AI) of an event's `actorID`; nil if the export tells nothing but the id.
  public func agent(_ actorID: UInt32) -> Person? {
    guard let texts, actorID != 0 else { return nil }
    if let record = people.agent(actorID) { return Person(at: record, id: name(actorID), texts) }
    return people.actorName(actorID).map { Person(id: name(actorID), name: texts.string($0)) }
  }

  /// By name, else mail, else id; nil for 0.
  public func agentName(_ actorID: UInt32) -> String? {
    actorID == 0 ? nil : agent(actorID)?.shownName ?? name(actorID)
  }

  /// Indices into the store's names of every agent that the export's files of people tell of, whether or not one did
  /// anything; by id, as bytes.
  public var knownAgents: [UInt32] { people.agentIDs.sorted { names.precedes(Int($0), Int($1)) } }
}

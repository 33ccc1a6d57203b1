extension EventStore {
  /// What the export tells of a party's customer: its record in the customers' files, completed by what neutral events
  /// say; at least the id.
  public func customer(of party: Party) -> Person {
    let person = told(of: party)
    return screen?.customer(person) ?? person
  }

  private func told(of party: Party) -> Person {
    guard let texts else { return Person(id: names[Int(party.customer)]) }
    let reader = CustomerReader(texts: texts, customers: people.customers)
    let told = people.told(of: names.customerIndex(party.customer))
    return names.withBytes(Int(party.customer)) { id in
      names.withBytes(Int(party.brand)) { reader.customer(brand: $0, id: id, told: told) }
    }
  }

  /// The agent (or AI) of an event's `actorID`; nil if the export tells nothing but the id.
  public func agent(_ actorID: UInt32) -> Person? {
    guard let texts, actorID != 0, let number = names.sharedNumber(actorID) else { return nil }
    let id = names[Int(actorID)]
    let agent =
      people.agent(number).map { Person(at: $0, id: id, texts) }
      ?? people.actorName(number).map { Person(id: id, name: texts.told(.actorName, at: $0.packed)) }
    return agent.map { screen?.agent($0) ?? $0 }
  }

  /// By name, else mail, else id; nil for 0.
  public func agentName(_ actorID: UInt32) -> String? {
    actorID == 0 ? nil : agent(actorID)?.shownName ?? name(actorID)
  }

  /// Indices into the store's names of every agent that the export's files of people tell of, whether or not one did
  /// anything; by id, as bytes.
  public var knownAgents: [UInt32] { people.agentIDs.sorted { names.precedes(Int($0), Int($1)) } }

  /// Everyone but customers of whom the export tells a name, in its files of people or with an event; in no order that
  /// tells anything.
  public var namedActors: [UInt32] { people.agentIDs + people.namedActors }
}

import Events

extension RedactionRules {
  /// Adds what the export tells of people, as far as the audience may not see it: texts name them too.
  public mutating func add(peopleOf store: EventStore, hiddenBy policy: AudiencePolicy = .stranger) {
    for party in store.parties { add(customer: store.customer(of: party), policy) }
    for agent in store.namedActors { if let agent = store.agent(agent) { add(agent: agent, policy) } }
  }

  private mutating func add(customer: Person, _ policy: AudiencePolicy) {
    if policy[.customerName] != .keep { phrases.add(name: customer.name) }
    if policy[.customerID] != .keep { phrases.add(customer.id, .id, least: RedactionRules.leastID) }
    if policy[.email] != .keep { for email in customer.emails { phrases.add(email, .email, least: 6) } }
    if policy[.phone] != .keep { for phone in customer.phones { phones.add(phone) } }
    if policy[.address] != .keep { phrases.add(customer.address, .address, least: 8) }
    if policy[.externalIDs] != .keep {
      for external in customer.externalIDs { phrases.add(external.id, .id, least: RedactionRules.leastID) }
    }
  }

  /// A team signs with first names.
  private mutating func add(agent: Person, _ policy: AudiencePolicy) {
    guard policy[.agentName] != .keep else { return }
    phrases.add(name: agent.name)
    phrases.add(partsOf: agent.name)
    for email in agent.emails { phrases.add(email, .email, least: 6) }
  }

  /// Shorter ids are words and numbers of everyday texts.
  static var leastID: Int { 6 }
}

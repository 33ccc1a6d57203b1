import Events

extension RedactionRules {
  /// What those who were left out are known by, and nobody who stays: others' texts may name them too.
  static func forgotten(of store: EventStore) -> RedactionRules {
    var rules = RedactionRules()
    rules.knownAlone = true
    for customer in store.omitted { rules.add(forgotten: customer.person) }
    var others = RedactionRules()
    others.add(peopleOf: store)
    rules.seal()
    others.seal()
    rules.phrases.remove(others.phrases)
    rules.phones.remove(others.phones)
    return rules
  }

  /// Adds what tells of one who was left out. A name of one word is anyone's.
  mutating func add(forgotten person: Person) {
    if person.name.contains(where: \.isWhitespace) { phrases.add(name: person.name) }
    phrases.add(person.id, .id, least: RedactionRules.leastID)
    for email in person.emails { phrases.add(email, .email, least: 6) }
    for phone in person.phones { phones.add(phone) }
    phrases.add(person.address, .address, least: 8)
    for external in person.externalIDs { phrases.add(external.id, .id, least: RedactionRules.leastID) }
  }
}

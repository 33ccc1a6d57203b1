import Events

/// Whose each party is: a customer of several brands is one person.
final class PartyPeople: Sendable {
  /// By party, the first party of its customer; nil where no customer has two.
  private let firsts: [UInt32]?

  init(_ store: EventStore) {
    // Parties are in the order of brands, and of one brand each is another customer's.
    guard store.parties.first?.brand != store.parties.last?.brand else {
      firsts = nil
      return
    }
    var known: [String: UInt32] = [:]
    firsts = store.parties.indices.map { party in
      let id = store.name(store.parties[party].customer)
      let first = known[id] ?? UInt32(party)
      known[id] = first
      return first
    }
  }
}

extension PartyPeople {
  subscript(party: Int) -> UInt32 { firsts?[party] ?? UInt32(party) }
}

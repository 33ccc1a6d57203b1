import Events
import Time

/// Groups one party of a store after another, each by the rules of its brand: one a thread. Parties that come in the
/// store's order cost least, as a brand's rules are looked up where it begins.
public struct PartyGrouper: ~Copyable {
  private let store: EventStore
  private let events: EventSlice
  private let rules: RuleSet
  private let asOf: Instant
  /// Of the party that came last; nil before the first.
  private var brand: UInt32?
  private var grouper: Grouper

  /// - Parameter asOf: the end of data, as in `Grouper.group`.
  public init(store: EventStore, rules: RuleSet, asOf: Instant) {
    self.store = store
    events = store.events
    self.rules = rules
    self.asOf = asOf
    grouper = Grouper(rules: Rules(), channels: [])
  }
}

extension PartyGrouper {
  /// - Parameter groups: emptied, then filled.
  public mutating func group(_ party: EventStore.Party, into groups: inout Groups) {
    if brand != party.brand {
      grouper = Grouper(rules: rules.rules(for: store.name(party.brand)), channels: store.channels)
      brand = party.brand
    }
    grouper.group(party.events, of: events, asOf: asOf, into: &groups)
  }
}

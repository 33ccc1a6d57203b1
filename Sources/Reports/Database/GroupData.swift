import Events
import Grouping
import Privacy
import Time

/// What the database of the groups is made from: everything that was read and grouped, as an audience may see it.
public struct GroupData: Sendable {
  public var store: EventStore
  public var facts: Facts
  public var rules: RuleSet
  public var zone: Zone
  public var audience: Audience
  public var asOf: Instant

  public init(
    store: EventStore, facts: Facts, rules: RuleSet, zone: Zone, audience: Audience, asOf: Instant
  ) {
    self.store = store
    self.facts = facts
    self.rules = rules
    self.zone = zone
    self.audience = audience
    self.asOf = asOf
  }

  public init(_ context: ReportContext) {
    self.init(
      store: context.store, facts: context.facts, rules: context.rules, zone: context.zone, audience: context.audience,
      asOf: context.asOf)
  }
}

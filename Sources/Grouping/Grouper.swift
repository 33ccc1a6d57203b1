import Events
import Time

/// Groups one party's events into Conversations, Sessions and Contacts by the rules: a pure function, linear in the
/// events, which come in the order of `grouping.md`.
public struct Grouper: Sendable {
  let rules: Rules

  /// - Parameter channels: the store's channel names, by index.
  public init(rules: Rules, channels: [String]) {
    self.rules = rules
  }
}

extension Grouper {
  /// - Parameters:
  ///   - events: one party's, sorted, without duplicates.
  ///   - asOf: the end of data; later events are left out and counted in `groups.later`.
  ///   - groups: emptied, then filled.
  public mutating func group(_ events: ArraySlice<Event>, asOf: Instant, into groups: inout Groups) {
  }
}

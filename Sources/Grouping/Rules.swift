import Time

/// The rules of grouping for one brand (`guide/rules.md`) with their defaults.
public struct Rules: Sendable, Equatable {
  /// From where a Conversation's window runs: its start, its last activity, or its close.
  public enum Anchor: String, Sendable, CaseIterable { case start, activity, close }
  /// Where a customer's message goes when nothing else tells: to whoever replies next, the AI, or the team.
  public enum Route: String, Sendable, CaseIterable { case responder, ai, team }
  /// Whether the export's Conversation ids decide, or the window alone.
  public enum ConversationIDs: String, Sendable, CaseIterable { case trust, derive }

  /// How long a Conversation's window is; nil is no limit.
  public var window: Length? = .hours(24)
  public var anchor = Anchor.start
  /// The quiet time after which a Session ends; nil is never.
  public var sessionTimeout: Length? = .hours(2)
  /// The quiet time after which a Contact ends; nil is never.
  public var contactTimeout: Length?
  /// How long after its last activity an open Contact still counts as in progress; nil is as long as it is open.
  public var quiet: Length? = .hours(2)
  /// Where a customer's message goes on a channel without a route of its own.
  public var route = Route.responder
  /// By channel name.
  public var routes: [String: Route] = [:]
  public var conversationIDs = ConversationIDs.trust
  /// Ids of `SYSTEM` and `API` initiators that are the AI; used in reading Gladly's export.
  public var aiActors = ["SIDEKICK_V2"]

  public init() {}
}

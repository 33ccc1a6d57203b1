/// What an event says, parsed from its record when a page shows it. Reused from event to event: the arrays keep their
/// room.
public struct EventDetails: Sendable {
  /// The message's or note's text, UTF-8, decoded.
  public var text: [UInt8] = []
  /// A mail's subject.
  public var subject: [UInt8] = []
  /// The actor's name, where the record itself names it.
  public var actorName: [UInt8] = []
  /// Ids of topics added and removed.
  public var topicsAdded: [String] = []
  public var topicsRemoved: [String] = []
  /// The export's own word for the record's kind, e.g. `CHAT_MESSAGE` or `note`.
  public var sourceKind: [UInt8] = []

  /// What a screen keeps from event to event.
  public var screening: (any Sendable & AnyObject)?

  public init() {}
}

import Time

/// One event as the store packs it: what grouping and sorting need. Its text stays in the mapped file, at `record`, and
/// is parsed again by `EventStore.details(of:)` only when a page shows it.
public struct Event: Sendable {
  public var at: Instant
  /// The record that it came from: the file's index in the high 16 bits, the byte offset below. As files are numbered
  /// by path, this is also the order "file by path, then line".
  public var record: UInt64
  /// The id's bytes: a place like `record`; file 0 is the store's own arena.
  var idPlace: UInt64
  var idCount: UInt32
  public var recordCount: UInt32
  /// The customer at the brand, as an index into `EventStore.parties`.
  public var party: UInt32
  /// A given Conversation id, as an index into the store's names; 0 if the event carries none.
  public var conversation: UInt32
  /// The actor's id, as an index into the store's names; 0 if there is none.
  public var actorID: UInt32
  /// An index into `EventStore.channels`; 0 is the channel `""`.
  public var channel: UInt16
  public var kind: EventKind
  public var actor: Actor
  /// 0 none, 1 ai, 2 team: `to` packed.
  var lane: UInt8
  /// What is appended to the record's id: an event that a call's answer or end made.
  var suffix: Suffix
  /// Whether its record lists topics, added or removed; the list may be empty. Others need not be parsed for topics.
  public internal(set) var listsTopics = false
  /// Of the id, without the suffix.
  var idHash: UInt32

  enum Suffix: UInt8, Sendable {
    case none, answered, ended

    var text: StaticString {
      switch self {
      case .none: ""
      case .answered: "#answered"
      case .ended: "#ended"
      }
    }
  }
}

extension Event {
  /// Whom it is meant for, if it says so.
  @inline(__always)
  public var to: Lane? { lane == 0 ? nil : lane == 1 ? .ai : .team }

  @inline(__always)
  public var eventClass: EventClass { kind.eventClass(by: actor) }
}

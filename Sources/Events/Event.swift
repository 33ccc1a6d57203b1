import Time

/// One event as the store packs it, in 40 bytes: what grouping and sorting need. Its text stays in the mapped file, at
/// `record`, and is parsed again by `EventStore.details(of:)` only when a page shows it.
public struct Event: Sendable, BitwiseCopyable {
  @usableFromInline var milliseconds: Int64
  /// The record that it came from: the file's index in the high 16 bits, the byte offset below. As files are numbered
  /// by path, this is also the order "file by path, then line".
  public var record: UInt64
  /// Where the id's bytes stand in `EventIDs`.
  var idPlace: EventIDs.Place
  /// The customer at the brand, as an index into `EventStore.parties`.
  public var party: UInt32
  /// A given Conversation id, as an index into the store's names; 0 if the event carries none. Equal numbers mean equal
  /// ids, and equal ids equal numbers within one party.
  public var conversation: UInt32
  /// The actor's id, as an index into the store's names; 0 if there is none. Equal ids of agents, or of AI agents, have
  /// equal numbers.
  public var actorID: UInt32
  /// An index into `EventStore.channels`; 0 is the channel `""`.
  public var channel: UInt16
  public var kind: EventKind
  /// From the low bit: the actor (2 bits), `to` (2), the suffix (2), whether topics are listed.
  @usableFromInline var traits: UInt8

  init(
    at: Instant, record: UInt64, party: UInt32 = 0, conversation: UInt32 = 0, actorID: UInt32 = 0,
    channel: UInt16 = 0, kind: EventKind, actor: Actor, lane: UInt8 = 0, suffix: Suffix = .none,
    listsTopics: Bool = false
  ) {
    milliseconds = at.milliseconds
    self.record = record
    idPlace = EventIDs.Place()
    self.party = party
    self.conversation = conversation
    self.actorID = actorID
    self.channel = channel
    self.kind = kind
    traits = Event.traits(actor, lane: lane, suffix, listsTopics: listsTopics)
  }

  @inline(__always)
  init(
    milliseconds: Int64, record: UInt64, idPlace: EventIDs.Place, party: UInt32, conversation: UInt32, actorID: UInt32,
    channel: UInt16, kind: EventKind, traits: UInt8
  ) {
    self.milliseconds = milliseconds
    self.record = record
    self.idPlace = idPlace
    self.party = party
    self.conversation = conversation
    self.actorID = actorID
    self.channel = channel
    self.kind = kind
    self.traits = traits
  }

  /// What is appended to the record's id: an event that a call's answer or end made.
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
  @inlinable
  public var at: Instant {
    get { Instant(milliseconds: milliseconds) }
    set { milliseconds = newValue.milliseconds }
  }

  @inlinable
  public var actor: Actor {
    switch traits & 3 {
    case 0: .customer
    case 1: .ai
    case 2: .agent
    default: .system
    }
  }

  /// Whom it is meant for, if it says so.
  @inlinable
  public var to: Lane? {
    switch traits >> 2 & 3 {
    case 1: .ai
    case 2: .team
    default: nil
    }
  }

  /// Whether its record lists topics, added or removed; the list may be empty. Others need not be parsed for topics.
  @inlinable
  public var listsTopics: Bool { traits & Event.listsTopicsBit != 0 }

  @inlinable
  public var eventClass: EventClass { kind.eventClass(by: actor) }
}

extension Event {
  @usableFromInline static var listsTopicsBit: UInt8 { 0x40 }

  /// 0 none, 1 ai, 2 team: `to` packed.
  var lane: UInt8 {
    get { traits >> 2 & 3 }
    set { traits = traits & ~0x0C | newValue << 2 }
  }

  @inline(__always)
  var suffix: Suffix { Suffix(rawValue: traits >> 4 & 3).unsafelyUnwrapped }

  @inline(__always)
  static func traits(_ actor: Actor, lane: UInt8, _ suffix: Suffix, listsTopics: Bool) -> UInt8 {
    actor.rawValue | lane << 2 | suffix.rawValue << 4 | (listsTopics ? listsTopicsBit : 0)
  }
}

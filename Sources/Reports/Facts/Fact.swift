import Events
import Grouping
import Time

/// One customer at one brand, and where its groups stand.
public struct PartyFact: Sendable, BitwiseCopyable {
  private let keptParty: Int32
  private let conversationCount: Int32
  private let sessionCount: Int32
  private let contactCount: Int32
  private var firsts: FactBase

  init(party: Int, from first: FactBase, to end: FactBase) {
    keptParty = Int32(truncatingIfNeeded: party)
    conversationCount = end.conversations - first.conversations
    sessionCount = end.sessions - first.sessions
    contactCount = end.contacts - first.contacts
    firsts = first
  }
}

extension PartyFact {
  public var party: Int { Int(keptParty) }
  public var conversations: Range<Int> { PartyFact.range(firsts.conversations, conversationCount) }
  public var sessions: Range<Int> { PartyFact.range(firsts.sessions, sessionCount) }
  public var contacts: Range<Int> { PartyFact.range(firsts.contacts, contactCount) }

  func moved(by base: FactBase) -> PartyFact {
    var fact = self
    fact.firsts.conversations += base.conversations
    fact.firsts.sessions += base.sessions
    fact.firsts.contacts += base.contacts
    return fact
  }

  private static func range(_ first: Int32, _ count: Int32) -> Range<Int> { Int(first)..<Int(first) + Int(count) }
}

/// How a Conversation went, by which began first (`guide/reports.md`, "Overview").
public enum ConversationPath: Int, Sendable, CaseIterable, BitwiseCopyable {
  case aiOnly, aiThenTeam, teamThenAI, teamOnly, neither
}

/// A Conversation with what reports ask of it.
public struct ConversationFact: Sendable, BitwiseCopyable {
  /// Its `opener` is an event of the store; its lists are spans of columns of `Facts`.
  public internal(set) var group: Groups.Conversation
  /// Of the first event that closed it; `Int64.min` if none did.
  private let firstClose: Int64
  private let keptParty: Int32
  private let keptAgents: Int32
  /// The channel of the opener.
  public let channel: UInt16
  public let path: ConversationPath
  /// Raw values of the actor of the close at whose instant it is closed, 255 if there is none, and, as bits, of those who
  /// reopened it.
  private let keptCloser: UInt8
  private let reopeners: UInt8
  /// An agent wrote in one of its Contacts.
  public let answered: Bool
  /// One of its Sessions ended by hand-off.
  public let handedOff: Bool

  init(
    party: Int, _ group: Groups.Conversation, channel: UInt16, _ shape: ConversationShape, _ groups: borrowing Groups
  ) {
    self.group = group
    self.channel = channel
    let closes = groups.closes(of: group)
    firstClose = closes.first?.at.milliseconds ?? .min
    keptCloser = closes.first { $0.at == group.closedAt }?.by.rawValue ?? .max
    reopeners = groups.reopens(of: group).reduce(0) { $0 | 1 << $1.by.rawValue }
    keptParty = Int32(truncatingIfNeeded: party)
    keptAgents = Int32(truncatingIfNeeded: shape.agents.count)
    path = shape.path
    answered = shape.answered
    handedOff = shape.handedOff
  }
}

extension ConversationFact {
  public var party: Int { Int(keptParty) }

  /// Agents in its Contacts, each once.
  public var agents: Int { Int(keptAgents) }

  /// When an event closed it first; nil if none did.
  public var firstCloseAt: Instant? { firstClose == .min ? nil : Instant(milliseconds: firstClose) }

  /// Who closed it at the instant at which it is closed: of several the first; nil if no event did.
  public var closedBy: Actor? { Actor(rawValue: keptCloser) }

  public func isReopened(by actor: Actor) -> Bool { reopeners & 1 << actor.rawValue != 0 }
}

/// A Session of a party.
public struct SessionFact: Sendable, BitwiseCopyable {
  /// Its `conversation` and `contact` are positions in `Facts`; `opener` and `closer` are events of the store.
  public internal(set) var group: Groups.Session
  private let keptParty: Int32

  init(party: Int, group: Groups.Session) {
    self.group = group
    keptParty = Int32(truncatingIfNeeded: party)
  }

  public var party: Int { Int(keptParty) }
}

/// A Contact of a party.
public struct ContactFact: Sendable, BitwiseCopyable {
  /// Its `conversation` and `session` are positions in `Facts`; `opener` and `closer` are events of the store.
  public internal(set) var group: Groups.Contact
  private let keptParty: Int32

  init(party: Int, group: Groups.Contact) {
    self.group = group
    keptParty = Int32(truncatingIfNeeded: party)
  }

  public var party: Int { Int(keptParty) }
  /// An agent wrote in it.
  public var answered: Bool { group.agentMessages > 0 }
  /// The customer began it, or the AI handed it over.
  public var inbound: Bool { group.origin != .outbound }
}

/// An anomaly and the store's event.
public struct AnomalyFact: Sendable, Equatable {
  public var kind: Groups.AnomalyKind
  public var event: Int
}

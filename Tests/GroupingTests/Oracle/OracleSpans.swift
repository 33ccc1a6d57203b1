import Events
import Grouping

// "Sessions and Contacts": what an event does on its channel of its own Conversation.
extension Oracle {
  /// - Returns: the Session or Contact that the event joins.
  mutating func exchange(_ position: Int, in home: Int) -> Int {
    let event = events[position]
    switch event.kind {
    case .handoff: return handOff(event, in: home)
    case .contactStarted:
      return joinContact(event, in: home, origin: event.actor == .agent ? "outbound" : "direct")
    default: break
    }
    switch event.actor {
    case .ai: return aiMessage(event, in: home)
    case .agent: return joinContact(event, in: home, origin: "outbound")
    default:
      if lane(ofMessageAt: position, in: home) == .team { return joinContact(event, in: home, origin: "direct") }
      return joinSession(event, in: home, origin: "customer")
    }
  }

  private mutating func aiMessage(_ event: OracleEvent, in home: Int) -> Int {
    if let contact = open(.contact, event.channel, in: home), isInProgress(contact, at: event.at) { return contact }
    return joinSession(event, in: home, origin: "ai")
  }

  private mutating func handOff(_ event: OracleEvent, in home: Int) -> Int {
    if open(.contact, event.channel, in: home) != nil {
      note("handoff_within_contact", event)
    } else if open(.session, event.channel, in: home) == nil {
      note("handoff_without_session", event)
    }
    return joinContact(event, in: home, origin: "handoff")
  }

  /// An open Contact lapses; continues the open Session, or opens one.
  private mutating func joinSession(_ event: OracleEvent, in home: Int, origin: String) -> Int {
    if let contact = open(.contact, event.channel, in: home) {
      end(contact, at: lastActivity(ofSpan: contact), "lapsed")
    }
    return open(.session, event.channel, in: home) ?? begin(.session, event, in: home, origin: origin)
  }

  /// Ends an open Session and opens a Contact (origin `handoff`); else continues the open Contact, or opens one.
  private mutating func joinContact(_ event: OracleEvent, in home: Int, origin: String) -> Int {
    if let session = open(.session, event.channel, in: home) {
      end(session, at: event.at, "handoff")
      return begin(.contact, event, in: home, origin: "handoff")
    }
    return open(.contact, event.channel, in: home) ?? begin(.contact, event, in: home, origin: origin)
  }

  /// - Returns: the Session or Contact that the event ends.
  mutating func control(_ event: OracleEvent, in home: Int) -> Int? {
    let session = open(.session, event.channel, in: home)
    let contact = open(.contact, event.channel, in: home)
    let ended: Int?
    switch event.kind {
    case .conversationClosed:
      close(home, by: event)
      return nil
    case .sessionEnded: ended = session
    case .contactEnded: ended = contact
    case .callEnded: ended = session ?? contact
    default: return nil
    }
    if let ended { end(ended, at: event.at, "ended") }
    if ended == nil && event.kind != .callEnded { note("orphan_" + event.kind.name, event) }
    return ended
  }
}

// What is open, and until when.
extension Oracle {
  func open(_ kind: OracleSpan.Kind, _ channel: String, in home: Int) -> Int? {
    spans.firstIndex { $0.kind == kind && $0.channel == channel && $0.conversation == home && $0.isOpen }
  }

  private mutating func begin(_ kind: OracleSpan.Kind, _ event: OracleEvent, in home: Int, origin: String) -> Int {
    spans.append(
      OracleSpan(kind: kind, conversation: home, channel: event.channel, opener: event, origin: origin))
    return spans.count - 1
  }

  mutating func end(_ span: Int, at instant: Int64, _ reason: String) {
    spans[span].endedAt = instant
    spans[span].endReason = reason
  }

  /// "Last activity = its last exchange event"; while it is being opened, that is its opener.
  func lastActivity(ofSpan span: Int) -> Int64 {
    (placements.last { $0.span == span && $0.event.isExchange }?.event ?? spans[span].opener).at
  }

  /// The events assigned to it so far.
  func members(of span: Int) -> [OracleEvent] { placements.filter { $0.span == span }.map(\.event) }

  /// "Before an event at t, in every Conversation of the customer".
  mutating func runTimers(at instant: Int64) {
    for span in spans.indices where spans[span].isOpen {
      let timeout = spans[span].kind == .session ? rules.sessionTimeout : rules.contactTimeout
      guard let timeout else { continue }
      let deadline = lastActivity(ofSpan: span) + timeout.milliseconds
      if instant >= deadline { end(span, at: deadline, "inactivity") }
    }
  }

  /// "An exchange is in progress at t while a Session is open, or while a Contact is open and t < its last activity +
  /// quiet".
  func isInProgress(_ span: Int, at instant: Int64) -> Bool {
    guard spans[span].isOpen else { return false }
    guard spans[span].kind == .contact, let quiet = rules.quiet else { return true }
    return instant < lastActivity(ofSpan: span) + quiet.milliseconds
  }

  func isLive(_ conversation: Int, at instant: Int64) -> Bool {
    spans.indices.contains { spans[$0].conversation == conversation && isInProgress($0, at: instant) }
  }
}

// "Lane of a customer message".
extension Oracle {
  private func lane(ofMessageAt position: Int, in home: Int) -> Lane {
    let event = events[position]
    if let to = event.to { return to }
    if open(.session, event.channel, in: home) != nil { return .ai }
    if let contact = open(.contact, event.channel, in: home), isInProgress(contact, at: event.at) { return .team }
    switch rules.routes[event.channel] ?? rules.route {
    case .ai: return .ai
    case .team: return .team
    case .responder: return nextResponder(after: position) == .ai ? .ai : .team
    }
  }

  /// The actor of "the first later message by ai or agent to this customer on ch, earlier than its instant + window".
  private func nextResponder(after position: Int) -> Actor? {
    let event = events[position]
    let reply = events[(position + 1)...].first {
      $0.channel == event.channel && ($0.isMessage(by: .ai) || $0.isMessage(by: .agent))
    }
    guard let reply else { return nil }
    if let window = rules.window, reply.at >= event.at + window.milliseconds { return nil }
    return reply.actor
  }
}

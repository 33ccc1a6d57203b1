import Events
import Time

/// Which Conversation an event belongs to, and how Conversations open, close, reopen and retire.
extension Grouper {
  /// The id that the event carries, if ids are trusted.
  @inline(__always)
  func givenID(of event: Event) -> UInt32? {
    rules.conversationIDs == .trust && event.conversation != 0 ? event.conversation : nil
  }

  /// The Conversation of an event that is no annotation, opened if need be; nil for an orphan.
  mutating func conversation(for step: Step, _ groups: inout Groups) -> Int? {
    if let id = givenID(of: step.event) { return conversation(givenID: id, step, &groups) }
    let isExchange = step.event.eventClass == .exchange
    guard let current else { return isExchange ? open(step, .first, &groups) : nil }
    applyTimers(current, at: step.event.at, &groups)
    guard let deadline = closedWindow(of: current, at: step.event.at, groups) else { return current }
    if !isExchange || isLateReply(step.event, in: current) { return current }
    retire(current, &groups)
    return open(step, .windowClosed(deadline), &groups)
  }

  /// Counts the event in its Conversation, which it may reopen.
  mutating func enter(_ conversation: Int, _ step: Step, _ groups: inout Groups) {
    switch step.event.eventClass {
    case .exchange:
      if groups.conversations[conversation].closedAt != nil { reopen(conversation, by: step, &groups) }
    case .control:
      if step.event.kind == .conversationReopened { reopenByHand(conversation, by: step, &groups) }
    case .annotation: break
    }
    groups.conversations[conversation].add(step.event)
    if step.event.kind == .message { states[conversation].isLastMessageByCustomer = step.event.actor == .customer }
    current = conversation
  }

  mutating func close(_ conversation: Int, by step: Step, _ groups: inout Groups) {
    let at = step.event.at
    while !states[conversation].openSessions.isEmpty {
      end(session: Int(states[conversation].openSessions.first), at: at, .closed, by: step.position, &groups)
    }
    while !states[conversation].openContacts.isEmpty {
      end(contact: Int(states[conversation].openContacts.first), at: at, .closed, by: step.position, &groups)
    }
    states[conversation].isCloseStanding = true
    lists.add(close: step.mark, to: conversation, &groups)
    if groups.conversations[conversation].closedAt == nil {
      groups.conversations[conversation].close(at: at, .closed)
    }
  }

  /// Ends a Conversation by its window. It is not live: open Contacts in it are quiet, and no Session is open.
  /// Its latest event is its last activity, as annotations change nothing.
  mutating func retire(_ conversation: Int, _ groups: inout Groups) {
    while !states[conversation].openContacts.isEmpty {
      let contact = Int(states[conversation].openContacts.first)
      end(contact: contact, at: groups.contacts[contact].lastActivityAt, .window, by: nil, &groups)
    }
    guard groups.conversations[conversation].closedAt == nil else { return }
    let last = max(groups.conversations[conversation].lastActivityAt, states[conversation].latestEnd)
    let deadline = deadline(of: conversation, groups)
    groups.conversations[conversation].close(at: max(deadline ?? last, last), .window)
  }

  /// The window's deadline as it stands; nil is none.
  @inline(__always)
  func deadline(of conversation: Int, _ groups: borrowing Groups) -> Instant? {
    guard let window = rules.window else { return nil }
    switch rules.anchor {
    case .start: return states[conversation].windowStart + window
    case .activity: return groups.conversations[conversation].lastActivityAt + window
    case .close:
      guard let close = groups.conversations[conversation].closedAt else { return nil }
      return close + window
    }
  }

  /// Whether an exchange is in progress; timers have been applied.
  @inline(__always)
  func isLive(_ conversation: Int, at: Instant, _ groups: borrowing Groups) -> Bool {
    if !states[conversation].openSessions.isEmpty { return true }
    let contact = Int(states[conversation].openContacts.last)
    return contact >= 0 && isInProgress(contact, at: at, groups)
  }
}

extension Grouper {
  private mutating func conversation(givenID id: UInt32, _ step: Step, _ groups: inout Groups) -> Int? {
    if let known = givenIDs[UInt64(id)] {
      applyTimers(known, at: step.event.at, &groups)
      return known
    }
    guard step.event.eventClass == .exchange || step.event.kind == .conversationReopened else { return nil }
    givenIDs.value(of: UInt64(id), orInsert: groups.conversations.count)
    return open(step, .givenID, &groups)
  }

  private mutating func open(_ step: Step, _ rule: Groups.OpenRule, _ groups: inout Groups) -> Int {
    states.append(ConversationState(startedAt: step.event.at))
    groups.conversations.append(Groups.Conversation(opener: step, openRule: rule))
    return groups.conversations.count - 1
  }

  /// The deadline, if it has passed and nothing is in progress.
  @inline(__always)
  private func closedWindow(of conversation: Int, at: Instant, _ groups: borrowing Groups) -> Instant? {
    guard let deadline = deadline(of: conversation, groups), at >= deadline else { return nil }
    return isLive(conversation, at: at, groups) ? nil : deadline
  }

  @inline(__always)
  private func isLateReply(_ event: Event, in conversation: Int) -> Bool {
    event.actor != .customer && !states[conversation].isCloseStanding
      && states[conversation].isLastMessageByCustomer
  }

  private mutating func reopen(_ conversation: Int, by step: Step, _ groups: inout Groups) {
    states[conversation].isCloseStanding = false
    groups.conversations[conversation].reopen()
    lists.add(reopen: step.mark, to: conversation, &groups)
  }

  private mutating func reopenByHand(_ conversation: Int, by step: Step, _ groups: inout Groups) {
    let isClosed = groups.conversations[conversation].closedAt != nil
    let isNew = groups.conversations[conversation].opener == step.position
    if !isNew, isClosed || closedWindow(of: conversation, at: step.event.at, groups) != nil {
      reopen(conversation, by: step, &groups)
    }
    states[conversation].windowStart = step.event.at
  }
}

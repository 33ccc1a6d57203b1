import Events
import Grouping
import Time

/// Why something begins or ends, in a sentence that is appended.
extension Teller {
  func write(
    _ boundary: Boundary, event: Int?, in conversation: Groups.Conversation, to bytes: inout [UInt8]
  ) {
    switch boundary {
    case .opened: write(opened: conversation, to: &bytes)
    case .reopened(let place): write(reopened: groups.mark(place, of: conversation.reopens), to: &bytes)
    case .handedOff(let session, let contact): write(handedOff: story.parts[session], story.parts[contact], to: &bytes)
    case .began(let place): write(began: story.parts[place], to: &bytes)
    case .ended(let place): write(ended: story.parts[place], event, in: conversation, to: &bytes)
    case .closed(let place, let finished, let isAgain):
      write(closed: groups.mark(place, of: conversation.closes), finished, isAgain, to: &bytes)
    case .ranOut: write(ranOut: conversation, to: &bytes)
    case .partOpen(let place): kit.words.write(.partOpen, .part(shortName(story.parts[place])), to: &bytes)
    case .open: write(open: conversation, to: &bytes)
    }
  }
}

// MARK: - Conversations

extension Teller {
  private func write(opened conversation: Groups.Conversation, to bytes: inout [UInt8]) {
    windowStart = conversation.startedAt
    switch conversation.openRule {
    case .first: kit.words.write(.openedFirst, to: &bytes)
    case .givenID: kit.words.write(.openedGiven, to: &bytes)
    case .windowClosed(nil): kit.words.write(.openedAfter, to: &bytes)
    case .windowClosed(let deadline?):
      kit.words.write(.openedWindow, .when(kit.clock.when(deadline, seenFrom: conversation.startedAt)), to: &bytes)
    }
    write(windowFrom: conversation.startedAt, to: &bytes)
  }

  /// When the window ends, by the rules in force.
  private func write(windowFrom start: Instant, to bytes: inout [UInt8]) {
    guard let window = rules.window else { return kit.words.write(.windowNone, to: &bytes) }
    let length = kit.clock.words.length(window)
    switch rules.anchor {
    case .start: kit.words.write(.windowEnds, .when(kit.clock.when(start + window, seenFrom: start)), to: &bytes)
    case .activity: kit.words.write(.windowMoves, .window(length), to: &bytes)
    case .close: kit.words.write(.windowAfterClose, .window(length), to: &bytes)
    }
  }

  private func write(reopened mark: Groups.Mark, to bytes: inout [UInt8]) {
    let isManual = self[mark.event].kind == .conversationReopened
    let who = who(mark.event)
    guard isManual else {
      switch mark.by {
      case .customer: kit.words.write(.reopenedCustomer, to: &bytes)
      case .ai: kit.words.write(.reopenedAi, to: &bytes)
      case .agent, .system: kit.words.write(.reopenedExchange, .who(who), to: &bytes)
      }
      return
    }
    kit.words.write(.reopenedManual, .who(who), to: &bytes)
    write(windowAnewAt: mark.at, to: &bytes)
  }

  /// What a manual reopen does to the window.
  func write(windowAnewAt instant: Instant, to bytes: inout [UInt8]) {
    windowStart = instant
    guard let window = rules.window, rules.anchor == .start else { return }
    kit.words.write(.windowAnew, .when(kit.clock.when(instant + window, seenFrom: instant)), to: &bytes)
  }

  private func write(closed mark: Groups.Mark, _ finished: [Int], _ isAgain: Bool, to bytes: inout [UInt8]) {
    let who = who(mark.event)
    for place in finished {
      kit.words.write(.partClosed, .part(shortName(story.parts[place])), to: &bytes)
      bytes.append(" ")
    }
    if isAgain { kit.words.write(.closedAgain, .who(who), to: &bytes) } else { write(close: mark, who, to: &bytes) }
  }

  private func write(close mark: Groups.Mark, _ who: String, to bytes: inout [UInt8]) {
    guard let window = rules.window else { return kit.words.write(.closedPlain, .who(who), to: &bytes) }
    switch rules.anchor {
    case .activity: kit.words.write(.closedPlain, .who(who), to: &bytes)
    case .close:
      kit.words.write(.closedKept, .who(who), .when(kit.clock.when(mark.at + window, seenFrom: mark.at)), to: &bytes)
    case .start:
      let end = windowStart + window
      let length = kit.clock.words.length(mark.at < end ? end - mark.at : mark.at - end)
      kit.words.write(mark.at < end ? .closedBefore : .closedAfter, .who(who), .length(length), to: &bytes)
    }
  }

  private func write(ranOut conversation: Groups.Conversation, to bytes: inout [UInt8]) {
    guard let window = rules.window, let deadline = conversation.deadline, let closedAt = conversation.closedAt else {
      return kit.words.write(.retired, to: &bytes)
    }
    let length = kit.clock.words.length(window)
    if rules.anchor == .activity { return kit.words.write(.windowOutQuiet, .window(length), to: &bytes) }
    if deadline >= closedAt { return kit.words.write(.windowOut, .window(length), to: &bytes) }
    kit.words.write(
      .windowOutBefore, .window(length), .when(kit.clock.when(deadline, seenFrom: closedAt)), to: &bytes)
  }

  private func write(open conversation: Groups.Conversation, to bytes: inout [UInt8]) {
    guard let deadline = conversation.deadline else { return kit.words.write(.open, to: &bytes) }
    kit.words.write(
      .openUntil, .when(kit.clock.when(deadline, seenFrom: conversation.lastActivityAt)), to: &bytes)
  }
}

// MARK: - Sessions and Contacts

extension Teller {
  private func write(handedOff session: Part, _ contact: Part, to bytes: inout [UInt8]) {
    let event = self[contact.opener]
    let (from, to) = (shortName(session), shortName(contact))
    switch (event.kind, event.actor) {
    case (.contactStarted, _): kit.words.write(.handedOffStarted, .session(from), .contact(to), to: &bytes)
    case (.handoff, .agent), (.handoff, .customer):
      kit.words.write(.handedOffBy, .who(who(contact.opener)), .session(from), .contact(to), to: &bytes)
    case (.handoff, _): kit.words.write(.handedOffPlain, .session(from), .contact(to), to: &bytes)
    case (_, .customer): kit.words.write(.handedOffCustomer, .session(from), .contact(to), to: &bytes)
    default:
      kit.words.write(.handedOffAgent, .who(who(contact.opener)), .session(from), .contact(to), to: &bytes)
    }
  }

  private func write(began contact: Part, to bytes: inout [UInt8]) {
    let isHandoff = self[contact.opener].kind == .handoff
    kit.words.write(isHandoff ? .beganHandoff : .beganStarted, .contact(shortName(contact)), to: &bytes)
  }

  private func write(
    ended part: Part, _ event: Int?, in conversation: Groups.Conversation, to bytes: inout [UInt8]
  ) {
    switch part.kind {
    case .session: write(endedSession: part, event, in: conversation, to: &bytes)
    case .contact: write(endedContact: part, event, to: &bytes)
    }
  }

  private func write(
    endedSession part: Part, _ event: Int?, in conversation: Groups.Conversation, to bytes: inout [UInt8]
  ) {
    let session = groups.sessions[part.index]
    let name = shortName(part)
    guard session.endReason == .inactivity else { return write(endedByEvent: event, name, to: &bytes) }
    let timeout = rules.sessionTimeout.map(kit.clock.words.length) ?? ""
    kit.words.write(.sessionEndedInactivity, .part(name), .timeout(timeout), to: &bytes)
    let isLast = conversation.contacts == 0 && part.number == conversation.sessions && conversation.closedAt != nil
    if isLast { kit.words.write(.noContact, to: &bytes) }
  }

  private func write(endedContact part: Part, _ event: Int?, to bytes: inout [UInt8]) {
    let contact = groups.contacts[part.index]
    let name = shortName(part)
    switch contact.endReason {
    case .inactivity:
      let timeout = rules.contactTimeout.map(kit.clock.words.length) ?? ""
      kit.words.write(.contactEndedInactivity, .part(name), .timeout(timeout), to: &bytes)
    case .lapsed: kit.words.write(.contactEndedLapsed, .part(name), to: &bytes)
    case .window: kit.words.write(.contactEndedWindow, .part(name), to: &bytes)
    default: write(endedByEvent: event, name, to: &bytes)
    }
  }

  private func write(endedByEvent event: Int?, _ name: String, to bytes: inout [UInt8]) {
    guard let event else { return kit.words.write(.partClosed, .part(name), to: &bytes) }
    if self[event].kind == .callEnded { return kit.words.write(.endedWithCall, .part(name), to: &bytes) }
    kit.words.write(.endedBy, .part(name), .who(who(event)), to: &bytes)
  }
}

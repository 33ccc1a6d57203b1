import Events
import Grouping
import Time

/// Why something begins or ends, in a sentence.
extension Teller {
  func sentence(
    _ boundary: Boundary, at instant: Instant?, event: Int?, in conversation: Groups.Conversation
  ) -> String {
    switch boundary {
    case .opened: opened(conversation)
    case .reopened(let place): reopened(groups.mark(place, of: conversation.reopens))
    case .handedOff(let session, let contact): handedOff(story.parts[session], story.parts[contact])
    case .began(let place): began(story.parts[place])
    case .ended(let place): ended(story.parts[place], event, in: conversation)
    case .closed(let place, let finished, let isAgain):
      closed(groups.mark(place, of: conversation.closes), finished, isAgain)
    case .ranOut: ranOut(conversation)
    case .partOpen(let place): kit.words(.partOpen, ["part": shortName(story.parts[place])])
    case .open: open(conversation)
    }
  }
}

// MARK: - Conversations

extension Teller {
  private func opened(_ conversation: Groups.Conversation) -> String {
    windowStart = conversation.startedAt
    let reason =
      switch conversation.openRule {
      case .first: kit.words(.openedFirst)
      case .givenID: kit.words(.openedGiven)
      case .windowClosed(nil): kit.words(.openedAfter)
      case .windowClosed(let deadline?):
        kit.words(.openedWindow, ["when": kit.clock.when(deadline, seenFrom: conversation.startedAt)])
      }
    return reason + window(from: conversation.startedAt)
  }

  /// When the window ends, by the rules in force.
  private func window(from start: Instant) -> String {
    guard let window = rules.window else { return kit.words(.windowNone) }
    let length = kit.clock.words.length(window)
    return switch rules.anchor {
    case .start: kit.words(.windowEnds, ["when": kit.clock.when(start + window, seenFrom: start)])
    case .activity: kit.words(.windowMoves, ["window": length])
    case .close: kit.words(.windowAfterClose, ["window": length])
    }
  }

  private func reopened(_ mark: Groups.Mark) -> String {
    let isManual = self[mark.event].kind == .conversationReopened
    let who = who(mark.event)
    guard isManual else {
      return switch mark.by {
      case .customer: kit.words(.reopenedCustomer)
      case .ai: kit.words(.reopenedAi)
      case .agent, .system: kit.words(.reopenedExchange, ["who": who])
      }
    }
    return kit.words(.reopenedManual, ["who": who]) + windowAnew(at: mark.at)
  }

  /// What a manual reopen does to the window.
  func windowAnew(at instant: Instant) -> String {
    windowStart = instant
    guard let window = rules.window, rules.anchor == .start else { return "" }
    return kit.words(.windowAnew, ["when": kit.clock.when(instant + window, seenFrom: instant)])
  }

  private func closed(_ mark: Groups.Mark, _ finished: [Int], _ isAgain: Bool) -> String {
    let who = who(mark.event)
    let parts = finished.map { kit.words(.partClosed, ["part": shortName(story.parts[$0])]) + " " }.joined()
    return parts + (isAgain ? kit.words(.closedAgain, ["who": who]) : close(mark, who))
  }

  private func close(_ mark: Groups.Mark, _ who: String) -> String {
    guard let window = rules.window else { return kit.words(.closedPlain, ["who": who]) }
    switch rules.anchor {
    case .activity: return kit.words(.closedPlain, ["who": who])
    case .close:
      return kit.words(.closedKept, ["who": who, "when": kit.clock.when(mark.at + window, seenFrom: mark.at)])
    case .start:
      let end = windowStart + window
      let length = kit.clock.words.length(mark.at < end ? end - mark.at : mark.at - end)
      return kit.words(mark.at < end ? .closedBefore : .closedAfter, ["who": who, "length": length])
    }
  }

  private func ranOut(_ conversation: Groups.Conversation) -> String {
    guard let window = rules.window, let deadline = conversation.deadline, let closedAt = conversation.closedAt else {
      return kit.words(.retired)
    }
    let length = kit.clock.words.length(window)
    if rules.anchor == .activity { return kit.words(.windowOutQuiet, ["window": length]) }
    if deadline >= closedAt { return kit.words(.windowOut, ["window": length]) }
    return kit.words(
      .windowOutBefore, ["window": length, "when": kit.clock.when(deadline, seenFrom: closedAt)])
  }

  private func open(_ conversation: Groups.Conversation) -> String {
    guard let deadline = conversation.deadline else { return kit.words(.open) }
    return kit.words(
      .openUntil, ["when": kit.clock.when(deadline, seenFrom: conversation.lastActivityAt)])
  }
}

// MARK: - Sessions and Contacts

extension Teller {
  private func handedOff(_ session: Part, _ contact: Part) -> String {
    let event = self[contact.opener]
    let (from, to) = (shortName(session), shortName(contact))
    switch (event.kind, event.actor) {
    case (.contactStarted, _): return kit.words(.handedOffStarted, ["session": from, "contact": to])
    case (.handoff, .agent), (.handoff, .customer):
      return kit.words(.handedOffBy, ["who": who(contact.opener), "session": from, "contact": to])
    case (.handoff, _): return kit.words(.handedOffPlain, ["session": from, "contact": to])
    case (_, .customer): return kit.words(.handedOffCustomer, ["session": from, "contact": to])
    default: return kit.words(.handedOffAgent, ["who": who(contact.opener), "session": from, "contact": to])
    }
  }

  private func began(_ contact: Part) -> String {
    let isHandoff = self[contact.opener].kind == .handoff
    return kit.words(isHandoff ? .beganHandoff : .beganStarted, ["contact": shortName(contact)])
  }

  private func ended(_ part: Part, _ event: Int?, in conversation: Groups.Conversation) -> String {
    switch part.kind {
    case .session: endedSession(part, event, in: conversation)
    case .contact: endedContact(part, event)
    }
  }

  private func endedSession(
    _ part: Part, _ event: Int?, in conversation: Groups.Conversation
  ) -> String {
    let session = groups.sessions[part.index]
    let name = shortName(part)
    guard session.endReason == .inactivity else { return endedByEvent(name, event) }
    let timeout = rules.sessionTimeout.map(kit.clock.words.length) ?? ""
    let sentence = kit.words(.sessionEndedInactivity, ["part": name, "timeout": timeout])
    let isLast = conversation.contacts == 0 && part.number == conversation.sessions && conversation.closedAt != nil
    return sentence + (isLast ? kit.words(.noContact) : "")
  }

  private func endedContact(_ part: Part, _ event: Int?) -> String {
    let contact = groups.contacts[part.index]
    let name = shortName(part)
    switch contact.endReason {
    case .inactivity:
      let timeout = rules.contactTimeout.map(kit.clock.words.length) ?? ""
      return kit.words(.contactEndedInactivity, ["part": name, "timeout": timeout])
    case .lapsed: return kit.words(.contactEndedLapsed, ["part": name])
    case .window: return kit.words(.contactEndedWindow, ["part": name])
    default: return endedByEvent(name, event)
    }
  }

  private func endedByEvent(_ name: String, _ event: Int?) -> String {
    guard let event else { return kit.words(.partClosed, ["part": name]) }
    if self[event].kind == .callEnded { return kit.words(.endedWithCall, ["part": name]) }
    return kit.words(.endedBy, ["part": name, "who": who(event)])
  }
}

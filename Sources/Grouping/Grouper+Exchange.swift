import Events
import Time

/// What an event does to the Session or Contact on its channel.
extension Grouper {
  mutating func exchange(_ step: Step, in conversation: Int, _ groups: inout Groups) {
    let slot = slot(of: conversation, step.event.channel, &groups)
    switch (step.event.kind, step.event.actor) {
    case (.message, .customer): customerMessage(step, conversation, slot, &groups)
    case (.message, .ai): aiMessage(step, conversation, slot, &groups)
    case (.handoff, _): handoff(step, conversation, slot, &groups)
    case (.contactStarted, let actor):
      joinTeam(step, conversation, slot, else: actor == .agent ? .outbound : .direct, &groups)
    default: joinTeam(step, conversation, slot, else: .outbound, &groups)
    }
  }

  /// `session_ended`, `contact_ended` and `call_ended`.
  mutating func end(_ step: Step, in conversation: Int, _ groups: inout Groups) {
    let kind = step.event.kind
    let slot = slotIfUsed(of: conversation, step.event.channel)
    let open = slot.map { slots[$0] } ?? ChannelSlot()
    if kind != .contactEnded, open.session >= 0 {
      let session = Int(open.session)
      groups.assignments[step.position].session = session
      end(session: session, at: step.event.at, .ended, by: step.position, &groups)
    } else if kind != .sessionEnded, open.contact >= 0 {
      let contact = Int(open.contact)
      groups.assignments[step.position].contact = contact
      end(contact: contact, at: step.event.at, .ended, by: step.position, &groups)
    } else if kind != .callEnded {
      groups.anomalies.append(Groups.Anomaly(event: step.position, kind: .orphan(kind)))
    }
  }
}

extension Grouper {
  private mutating func customerMessage(_ step: Step, _ conversation: Int, _ slot: Int, _ groups: inout Groups) {
    switch lane(of: step, slot, groups) {
    case .ai: joinAI(step, conversation, slot, .customer, &groups)
    case .team: joinTeam(step, conversation, slot, else: .direct, &groups)
    }
  }

  private mutating func aiMessage(_ step: Step, _ conversation: Int, _ slot: Int, _ groups: inout Groups) {
    let contact = Int(slots[slot].contact)
    if contact >= 0, isInProgress(contact, at: step.event.at, groups) {
      join(contact: contact, step, &groups)
    } else {
      joinAI(step, conversation, slot, .ai, &groups)
    }
  }

  private mutating func handoff(_ step: Step, _ conversation: Int, _ slot: Int, _ groups: inout Groups) {
    if slots[slot].contact >= 0 {
      groups.anomalies.append(Groups.Anomaly(event: step.position, kind: .handoffWithinContact))
    } else if slots[slot].session < 0 {
      groups.anomalies.append(Groups.Anomaly(event: step.position, kind: .handoffWithoutSession))
    }
    joinTeam(step, conversation, slot, else: .handoff, &groups)
  }

  /// Continues the Session or opens one; an open Contact lapses.
  private mutating func joinAI(
    _ step: Step, _ conversation: Int, _ slot: Int, _ origin: Groups.SessionOrigin, _ groups: inout Groups
  ) {
    let contact = Int(slots[slot].contact)
    if contact >= 0 {
      end(contact: contact, at: groups.contacts[contact].lastActivityAt, .lapsed, by: step.position, &groups)
    }
    if slots[slot].session < 0 { openSession(step, conversation, slot, origin, &groups) }
    join(session: Int(slots[slot].session), step, &groups)
  }

  /// Hands an open Session off, continues the Contact, or opens one of this origin.
  private mutating func joinTeam(
    _ step: Step, _ conversation: Int, _ slot: Int, else origin: Groups.ContactOrigin, _ groups: inout Groups
  ) {
    let session = Int(slots[slot].session)
    if session >= 0 {
      end(session: session, at: step.event.at, .handoff, by: step.position, &groups)
      openContact(step, conversation, slot, .handoff, &groups)
      groups.sessions[session].contact = Int(slots[slot].contact)
      groups.contacts[Int(slots[slot].contact)].session = session
    } else if slots[slot].contact < 0 {
      openContact(step, conversation, slot, origin, &groups)
    }
    join(contact: Int(slots[slot].contact), step, &groups)
  }

  /// Whom a customer's message is meant for, by the first rule that applies.
  @inline(__always)
  private func lane(of step: Step, _ slot: Int, _ groups: borrowing Groups) -> Lane {
    if let to = step.event.to { return to }
    if slots[slot].session >= 0 { return .ai }
    let contact = Int(slots[slot].contact)
    if contact >= 0, isInProgress(contact, at: step.event.at, groups) { return .team }
    switch channels.routes[Int(step.event.channel)] {
    case .ai: return .ai
    case .team: return .team
    case .responder: return responder(to: step)
    }
  }

  @inline(__always)
  private func responder(to step: Step) -> Lane {
    guard let reply = replies.reply(after: step.position) else { return .team }
    if let window = rules.window, reply.at >= step.event.at + window { return .team }
    return reply.lane
  }
}

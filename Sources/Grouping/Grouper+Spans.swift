import Events
import Time

/// How Sessions and Contacts open, continue and end.
extension Grouper {
  /// Ends what has timed out in a Conversation, the least recently active first.
  mutating func applyTimers(_ conversation: Int, at: Instant, _ groups: inout Groups) {
    if let timeout = rules.sessionTimeout {
      while !states[conversation].openSessions.isEmpty {
        let session = Int(states[conversation].openSessions.first)
        let end = groups.sessions[session].lastActivityAt + timeout
        guard at >= end else { break }
        self.end(session: session, at: end, .inactivity, by: nil, &groups)
      }
    }
    if let timeout = rules.contactTimeout {
      while !states[conversation].openContacts.isEmpty {
        let contact = Int(states[conversation].openContacts.first)
        let end = groups.contacts[contact].lastActivityAt + timeout
        guard at >= end else { break }
        self.end(contact: contact, at: end, .inactivity, by: nil, &groups)
      }
    }
  }

  /// Whether an open Contact is in progress.
  func isInProgress(_ contact: Int, at: Instant, _ groups: borrowing Groups) -> Bool {
    guard let quiet = rules.quiet else { return true }
    return at < groups.contacts[contact].lastActivityAt + quiet
  }

  mutating func openSession(
    _ step: Step, _ conversation: Int, _ slot: Int, _ origin: Groups.SessionOrigin, _ groups: inout Groups
  ) {
    slots[slot].session = Int32(groups.sessions.count)
    groups.sessions.append(Groups.Session(opener: step, conversation: conversation, origin: origin))
    groups.conversations[conversation].sessions += 1
    sessionOrder.open(in: &states[conversation].openSessions)
  }

  mutating func openContact(
    _ step: Step, _ conversation: Int, _ slot: Int, _ origin: Groups.ContactOrigin, _ groups: inout Groups
  ) {
    slots[slot].contact = Int32(groups.contacts.count)
    groups.contacts.append(Groups.Contact(opener: step, conversation: conversation, origin: origin))
    groups.conversations[conversation].contacts += 1
    contactOrder.open(in: &states[conversation].openContacts)
  }

  mutating func join(session: Int, _ step: Step, _ groups: inout Groups) {
    groups.assignments[step.position].session = session
    groups.sessions[session].lastActivityAt = step.event.at
    sessionOrder.touch(session, in: &states[groups.sessions[session].conversation].openSessions)
    if step.event.actor == .customer {
      groups.sessions[session].customerMessages += 1
    } else {
      groups.sessions[session].aiMessages += 1
      if groups.sessions[session].firstReplyAt == nil { groups.sessions[session].firstReplyAt = step.event.at }
    }
  }

  mutating func join(contact: Int, _ step: Step, _ groups: inout Groups) {
    groups.assignments[step.position].contact = contact
    groups.contacts[contact].lastActivityAt = step.event.at
    contactOrder.touch(contact, in: &states[groups.contacts[contact].conversation].openContacts)
    guard step.event.kind == .message else { return }
    switch step.event.actor {
    case .customer: groups.contacts[contact].customerMessages += 1
    case .ai: groups.contacts[contact].aiMessages += 1
    case .agent: countAgentMessage(step.event, in: contact, &groups)
    case .system: break
    }
  }

  mutating func end(
    session: Int, at: Instant, _ reason: Groups.SessionEnd, by closer: Int?, _ groups: inout Groups
  ) {
    groups.sessions[session].endedAt = at
    groups.sessions[session].endReason = reason
    groups.sessions[session].closer = closer
    let conversation = groups.sessions[session].conversation
    states[conversation].latestEnd = max(states[conversation].latestEnd, at)
    sessionOrder.close(session, in: &states[conversation].openSessions)
    if let slot = slotIfUsed(of: conversation, groups.sessions[session].channel) { slots[slot].session = -1 }
  }

  mutating func end(
    contact: Int, at: Instant, _ reason: Groups.ContactEnd, by closer: Int?, _ groups: inout Groups
  ) {
    groups.contacts[contact].endedAt = at
    groups.contacts[contact].endReason = reason
    groups.contacts[contact].closer = closer
    let conversation = groups.contacts[contact].conversation
    states[conversation].latestEnd = max(states[conversation].latestEnd, at)
    contactOrder.close(contact, in: &states[conversation].openContacts)
    if let slot = slotIfUsed(of: conversation, groups.contacts[contact].channel) { slots[slot].contact = -1 }
  }
}

extension Grouper {
  /// The slot of an exchange event's channel, made if it is the channel's first.
  mutating func slot(of conversation: Int, _ channel: UInt16, _ groups: inout Groups) -> Int {
    if states[conversation].recentChannel == Int32(channel) { return Int(states[conversation].recentSlot) }
    let slot = slotPlaces.value(of: slotKey(conversation, channel), orInsert: slots.count)
    if slot == slots.count {
      slots.append(ChannelSlot())
      if channel != 0 { lists.add(channel: channel, to: conversation, &groups) }
    }
    states[conversation].recentChannel = Int32(channel)
    states[conversation].recentSlot = Int32(slot)
    return slot
  }

  func slotIfUsed(of conversation: Int, _ channel: UInt16) -> Int? {
    if states[conversation].recentChannel == Int32(channel) { return Int(states[conversation].recentSlot) }
    return slotPlaces[slotKey(conversation, channel)]
  }

  private func slotKey(_ conversation: Int, _ channel: UInt16) -> UInt64 {
    UInt64(conversation) &<< 16 | UInt64(channel)
  }

  private mutating func countAgentMessage(_ event: Event, in contact: Int, _ groups: inout Groups) {
    groups.contacts[contact].agentMessages += 1
    if groups.contacts[contact].firstReplyAt == nil { groups.contacts[contact].firstReplyAt = event.at }
    guard event.actorID != 0, !lists.endsWith(agent: event.actorID, of: contact) else { return }
    let count = groups.contacts[contact].agents.count
    let place = agentsSeen.value(of: UInt64(contact) &<< 32 | UInt64(event.actorID), orInsert: count)
    if place == count { lists.add(agent: event.actorID, to: contact, &groups) }
  }
}

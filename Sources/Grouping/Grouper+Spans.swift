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
  @inline(__always)
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
    groups.sessions[session].add(step.event)
    sessionOrder.touch(session, in: &states[groups.sessions[session].conversation].openSessions)
  }

  mutating func join(contact: Int, _ step: Step, _ groups: inout Groups) {
    groups.assignments[step.position].contact = contact
    groups.contacts[contact].add(step.event)
    contactOrder.touch(contact, in: &states[groups.contacts[contact].conversation].openContacts)
    if step.event.kind == .message, step.event.actor == .agent { note(agent: step.event.actorID, in: contact, &groups) }
  }

  mutating func end(
    session: Int, at: Instant, _ reason: Groups.SessionEnd, by closer: Int?, _ groups: inout Groups
  ) {
    groups.sessions[session].end(at: at, reason, by: closer)
    let conversation = groups.sessions[session].conversation
    states[conversation].latestEnd = max(states[conversation].latestEnd, at)
    sessionOrder.close(session, in: &states[conversation].openSessions)
    if let slot = slotIfUsed(of: conversation, groups.sessions[session].channel) { slots[slot].session = -1 }
  }

  mutating func end(
    contact: Int, at: Instant, _ reason: Groups.ContactEnd, by closer: Int?, _ groups: inout Groups
  ) {
    groups.contacts[contact].end(at: at, reason, by: closer)
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

  @inline(__always)
  func slotIfUsed(of conversation: Int, _ channel: UInt16) -> Int? {
    if states[conversation].recentChannel == Int32(channel) { return Int(states[conversation].recentSlot) }
    return slotPlaces[slotKey(conversation, channel)]
  }

  @inline(__always)
  private func slotKey(_ conversation: Int, _ channel: UInt16) -> UInt64 {
    UInt64(conversation) &<< 16 | UInt64(channel)
  }

  private mutating func note(agent: UInt32, in contact: Int, _ groups: inout Groups) {
    guard agent != 0, !lists.endsWith(agent: agent, of: contact) else { return }
    let count = groups.contacts[contact].agents.count
    let place = agentsSeen.value(of: UInt64(contact) &<< 32 | UInt64(agent), orInsert: count)
    if place == count { lists.add(agent: agent, to: contact, &groups) }
  }
}

import Events
import Time

/// Groups one party's events into Conversations, Sessions and Contacts by the rules: a pure function, linear in the
/// events, which come in the order of `guide/rules.md`.
///
/// Timers are applied late, when their Conversation is next looked at, and at the end: an end is a sum of its last
/// activity and a length, so it does not matter when it is worked out. Buffers are kept from party to party.
public struct Grouper: ~Copyable {
  let rules: Rules
  let channels: ChannelPlan
  /// By Conversation.
  var states = Row<ConversationState>()
  /// The Conversation that the last event went to, annotations and orphans aside.
  var current: Int?
  /// Conversations by given id.
  var givenIDs = IndexTable()
  var slots = Row<ChannelSlot>()
  /// Slots by Conversation and channel.
  var slotPlaces = IndexTable()
  var sessionOrder = ActivityOrder()
  var contactOrder = ActivityOrder()
  /// Contacts and the agents that wrote in them.
  var agentsSeen = IndexTable()
  var lists = GroupLists()
  var replies: ReplyAhead

  /// - Parameter channels: the store's channel names, by index; no event may have a channel beyond them.
  public init(rules: Rules, channels: [String]) {
    self.rules = rules
    self.channels = ChannelPlan(rules: rules, channels: channels)
    replies = ReplyAhead(channels: channels.count)
  }
}

extension Grouper {
  /// - Parameters:
  ///   - events: one party's, sorted, without duplicates.
  ///   - asOf: the end of data; later events are left out and counted in `groups.later`.
  ///   - groups: emptied, then filled.
  public mutating func group(_ events: EventSlice, asOf: Instant, into groups: inout Groups) {
    group(events.indices, of: events, asOf: asOf, into: &groups)
  }

  /// The same for a run of events, of which no slice is made: one would count a reference that all threads share.
  mutating func group(_ party: Range<Int>, of events: EventSlice, asOf: Instant, into groups: inout Groups) {
    var end = party.upperBound
    while end > party.lowerBound, events[end - 1].at > asOf { end -= 1 }
    let known = party.lowerBound..<end
    removeAll()
    if channels.looksAhead { replies.read(known, of: events) }
    groups.removeAll()
    groups.later = party.count - known.count
    groups.assignments.reserveCapacity(known.count)
    for index in known {
      add(Step(event: events[index], position: index - known.lowerBound), to: &groups)
    }
    finish(asOf: asOf, &groups)
  }
}

extension Grouper {
  private mutating func removeAll() {
    states.removeAll()
    current = nil
    givenIDs.removeAll()
    slots.removeAll()
    slotPlaces.removeAll()
    sessionOrder.removeAll()
    contactOrder.removeAll()
    agentsSeen.removeAll()
    lists.removeAll()
  }

  private mutating func add(_ step: Step, to groups: inout Groups) {
    if step.event.eventClass == .annotation {
      annotate(step.event, &groups)
    } else if let conversation = conversation(for: step, &groups) {
      groups.assignments.append(Groups.Assignment(conversation: conversation))
      enter(conversation, step, &groups)
      take(step, in: conversation, &groups)
    } else {
      groups.assignments.append(Groups.Assignment())
      groups.anomalies.append(Groups.Anomaly(event: step.position, kind: .orphan(step.event.kind)))
    }
  }

  private func annotate(_ event: Event, _ groups: inout Groups) {
    let conversation: Int?
    if let id = givenID(of: event) { conversation = givenIDs[UInt64(id)] } else { conversation = current }
    if let conversation { groups.conversations[conversation].events += 1 }
    groups.assignments.append(Groups.Assignment(conversation: conversation))
  }

  /// What the event does in its Conversation.
  private mutating func take(_ step: Step, in conversation: Int, _ groups: inout Groups) {
    switch step.event.kind {
    case .message, .handoff, .contactStarted: exchange(step, in: conversation, &groups)
    case .sessionEnded, .contactEnded, .callEnded: end(step, in: conversation, &groups)
    case .conversationClosed: close(conversation, by: step, &groups)
    case .conversationReopened, .note, .topic, .activity, .task, .other: break
    }
  }

  private mutating func finish(asOf: Instant, _ groups: inout Groups) {
    for conversation in groups.conversations.indices {
      applyTimers(conversation, at: asOf, &groups)
      let deadline = deadline(of: conversation, groups)
      if let deadline, deadline <= asOf, !isLive(conversation, at: asOf, groups) { retire(conversation, &groups) }
      groups.conversations[conversation].deadline = deadline
    }
    lists.settle(in: &groups, channelRanks: channels.ranks)
  }
}

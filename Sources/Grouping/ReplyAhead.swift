import Events
import Time

/// Who replies next on a channel: the look-ahead of the route `responder`, for a party's events in one backward pass.
struct ReplyAhead: Sendable {
  /// A message by the AI or an agent.
  struct Reply: Sendable {
    var at: Instant
    var lane: Lane
  }

  /// By event: the first later reply on its channel.
  private var next: [Reply?] = []
  /// By channel; all nil between passes.
  private var nearest: [Reply?]

  init(channels: Int) {
    nearest = [Reply?](repeating: nil, count: channels)
  }
}

extension ReplyAhead {
  mutating func read(_ events: EventSlice) {
    if next.count < events.count {
      next.append(contentsOf: repeatElement(nil, count: events.count - next.count))
    }
    for index in events.indices.reversed() {
      let event = events[index]
      next[index - events.startIndex] = nearest[Int(event.channel)]
      if let reply = event.reply { nearest[Int(event.channel)] = reply }
    }
    for event in events { nearest[Int(event.channel)] = nil }
  }

  /// The first reply after the event at this position, among those read last.
  func reply(after position: Int) -> Reply? { next[position] }
}

extension Event {
  fileprivate var reply: ReplyAhead.Reply? {
    guard kind == .message else { return nil }
    switch actor {
    case .ai: return ReplyAhead.Reply(at: at, lane: .ai)
    case .agent: return ReplyAhead.Reply(at: at, lane: .team)
    case .customer, .system: return nil
    }
  }
}

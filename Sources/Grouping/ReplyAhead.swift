import Events
import Time

/// Who replies next on a channel: the look-ahead of the route `responder`, for a party's events in one backward pass.
struct ReplyAhead: ~Copyable {
  /// A message by the AI or an agent, or none.
  struct Next: BitwiseCopyable {
    var at = OptionalInstant(nil)
    var isByAI = false
  }

  /// By event, the last first: the first later reply on its channel.
  private var next = Row<Next>()
  /// By channel: the first reply among the events that the pass has met; none between passes.
  private var nearest = Row<Next>()

  init(channels: Int) {
    for _ in 0..<channels { nearest.append(Next()) }
  }
}

extension ReplyAhead {
  mutating func read(_ party: Range<Int>, of events: EventSlice) {
    next.removeAll()
    for index in party.reversed() {
      let event = events[index]
      let channel = Int(event.channel)
      next.append(nearest[channel])
      if event.kind == .message, event.actor == .ai || event.actor == .agent {
        nearest[channel] = Next(at: OptionalInstant(event.at), isByAI: event.actor == .ai)
      }
    }
    for index in party { nearest[Int(events[index].channel)] = Next() }
  }

  /// The first reply after the event at this position, among those read last.
  func reply(after position: Int) -> (at: Instant, lane: Lane)? {
    let reply = next[next.count - 1 - position]
    return reply.at.instant.map { ($0, reply.isByAI ? .ai : .team) }
  }
}

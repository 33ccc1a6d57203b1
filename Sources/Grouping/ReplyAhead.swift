import Events

/// Who replies next on a channel: the look-ahead of the route `responder`, for a party's events in one backward pass.
struct ReplyAhead: Sendable {
  private(set) var isReady = false
  /// By event: the next message by the AI or an agent on its channel; -1 if there is none.
  private var next: [Int32] = []
  /// By channel; all -1 between passes.
  private var nearest: [Int32]

  init(channels: Int) {
    nearest = [Int32](repeating: -1, count: channels)
  }
}

extension ReplyAhead {
  mutating func removeAll() { isReady = false }

  mutating func read(_ events: ArraySlice<Event>) {
    if next.count < events.count {
      next.append(contentsOf: repeatElement(-1, count: events.count - next.count))
    }
    let first = events.startIndex
    for index in events.indices.reversed() {
      let channel = Int(events[index].channel)
      next[index - first] = nearest[channel]
      if events[index].isReply { nearest[channel] = Int32(index - first) }
    }
    for event in events { nearest[Int(event.channel)] = -1 }
    isReady = true
  }

  /// The next reply after the event at this position.
  func reply(after position: Int) -> Int? { next[position] < 0 ? nil : Int(next[position]) }
}

extension Event {
  fileprivate var isReply: Bool { kind == .message && (actor == .ai || actor == .agent) }
}

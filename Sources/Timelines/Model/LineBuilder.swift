import Events
import Grouping
import Time

/// Writes down a Conversation's boundaries, its Sessions and Contacts with their messages, and what stands between them,
/// in the order in which they are read: by instant, parts by their start.
struct LineBuilder {
  let groups: Groups
  let story: Story
  let events: EventSlice
  let settings: TimelineSettings
  private var items: LineItems
  private var lines: [Line] = []
  /// Since when nothing has been open; nil while something is, for good if it never ends.
  private var quietSince: Instant?
  private var isClosed = false
  /// Parts that the close of the Conversation, next in order, finished.
  private var finished: [Int] = []

  init(groups: Groups, story: Story, events: EventSlice, settings: TimelineSettings) {
    self.groups = groups
    self.story = story
    self.events = events
    self.settings = settings
    items = LineItems(groups: groups, story: story, events: events)
  }
}

extension LineBuilder {
  /// The lines of one Conversation. Its room is used again for the next one.
  mutating func lines(of index: Int) -> [Line] {
    lines.removeAll(keepingCapacity: true)
    finished.removeAll(keepingCapacity: true)
    isClosed = false
    quietSince = groups.conversations[index].startedAt
    items.collect(index)
    for item in items.all { write(item) }
    writeOpen(index)
    return lines
  }
}

extension LineBuilder {
  private mutating func write(_ item: LineItem) {
    switch item.what {
    case .boundary(let boundary, let event): write(boundary, at: item.at, event: event)
    case .finished(let place): finished.append(place)
    case .aside(let event): lines.append(.aside(event: event))
    case .part(let place):
      writeGap(until: item.at)
      write(part: place)
      quietSince = later(quietSince, story.parts[place].endedAt)
    }
  }

  private mutating func write(_ boundary: Boundary, at instant: Instant, event: Int?) {
    var boundary = boundary
    switch boundary {
    case .closed(let place, _, _):
      writeGap(until: instant)
      boundary = .closed(place, finished: finished, isAgain: isClosed)
      finished = []
      isClosed = true
    case .reopened:
      isClosed = false
      quietSince = quietSince.map { max($0, instant) }
    case .ranOut: writeGap(until: instant)
    default: break
    }
    lines.append(.boundary(boundary, at: instant, event: event))
  }

  private mutating func writeGap(until instant: Instant) {
    guard let quietSince, !isClosed, instant - quietSince > settings.gap else { return }
    lines.append(.gap(instant - quietSince))
  }

  /// The later end; nil if one of them has none.
  private func later(_ a: Instant?, _ b: Instant?) -> Instant? {
    guard let a, let b else { return nil }
    return max(a, b)
  }

  private mutating func writeOpen(_ index: Int) {
    for place in story.partsOf[index] where story.parts[place].endedAt == nil {
      lines.append(.boundary(.partOpen(place), at: nil, event: nil))
    }
    if groups.conversations[index].closedAt == nil { lines.append(.boundary(.open, at: nil, event: nil)) }
  }
}

extension LineBuilder {
  private mutating func write(part place: Int) {
    let part = story.parts[place]
    lines.append(.begin(place))
    var awaited = firstReply(to: part)
    for row in part.rows {
      let event = story.rows[row]
      guard self[event].isSpoken else {
        lines.append(.aside(event: event))
        continue
      }
      if let reply = awaited, self[event].actor == reply.actor, self[event].at == reply.at {
        writeWait(reply.at - part.startedAt, byTeam: part.kind == .contact)
        awaited = nil
      }
      lines.append(.message(event: event))
    }
    if endedByInactivity(part), let endedAt = part.endedAt { lines.append(.quiet(endedAt - part.lastActivityAt)) }
    lines.append(.end(place))
  }

  private mutating func writeWait(_ length: Length, byTeam: Bool) {
    if length >= settings.wait { lines.append(.wait(length, byTeam: byTeam)) }
  }

  private func firstReply(to part: Part) -> (at: Instant, actor: Actor)? {
    switch part.kind {
    case .session: groups.sessions[part.index].firstReplyAt.map { ($0, .ai) }
    case .contact: groups.contacts[part.index].firstReplyAt.map { ($0, .agent) }
    }
  }

  private func endedByInactivity(_ part: Part) -> Bool {
    switch part.kind {
    case .session: groups.sessions[part.index].endReason == .inactivity
    case .contact: groups.contacts[part.index].endReason == .inactivity
    }
  }

  private subscript(event: Int) -> Event { events[events.startIndex + event] }
}

extension Event {
  /// A message of the exchange, not an automatic notice.
  var isSpoken: Bool { kind == .message && actor != .system }
}

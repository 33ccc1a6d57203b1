import Events
import Grouping
import Time

/// What is to be put into the order in which a Conversation is read. Timers stand before the events of their instant, as
/// grouping applies them; what ends with its last activity stands after it.
struct LineItem {
  enum What {
    case boundary(Boundary, event: Int?)
    /// A part that the close of its Conversation finished.
    case finished(Int)
    case part(Int)
    case aside(Int)
  }

  let at: Instant
  /// Among what is at one instant: the event's position; −1 for timers, `Int.max` for what follows the events.
  let order: Int
  /// Among what one event causes.
  let rank: Int
  let what: What

  init(_ at: Instant, _ order: Int, _ rank: Int, _ what: What) {
    self.at = at
    self.order = order
    self.rank = rank
    self.what = what
  }

  static func < (a: LineItem, b: LineItem) -> Bool { (a.at, a.order, a.rank) < (b.at, b.order, b.rank) }
}

/// Collects a Conversation's items.
struct LineItems {
  let groups: Groups
  let story: Story
  let events: EventSlice
  private(set) var all: [LineItem] = []

  init(groups: Groups, story: Story, events: EventSlice) {
    self.groups = groups
    self.story = story
    self.events = events
  }
}

extension LineItems {
  /// Puts a Conversation's items in their order.
  mutating func collect(_ index: Int) {
    all.removeAll(keepingCapacity: true)
    addBoundaries(of: index)
    for place in story.partsOf[index] { addPart(place) }
    for row in story.looseOf[index] {
      let event = story.rows[row]
      all.append(LineItem(self[event].at, event, 5, .aside(event)))
    }
    all.sort(by: <)
  }
}

extension LineItems {
  private subscript(event: Int) -> Event { events[events.startIndex + event] }

  private mutating func addBoundaries(of index: Int) {
    let conversation = groups.conversations[index]
    add(conversation.startedAt, conversation.opener, 0, .opened)
    for (place, mark) in groups.reopens(of: conversation).enumerated() {
      let isStatus = self[mark.event].kind == .conversationReopened
      add(mark.at, mark.event, 1, .reopened(place), event: isStatus ? mark.event : nil)
    }
    for (place, mark) in groups.closes(of: conversation).enumerated() {
      add(mark.at, mark.event, 7, .closed(place, finished: [], isAgain: false), event: mark.event)
    }
    if conversation.closeReason == .window, let closedAt = conversation.closedAt { add(closedAt, .max, 8, .ranOut) }
  }

  private mutating func addPart(_ place: Int) {
    let part = story.parts[place]
    all.append(LineItem(part.startedAt, part.opener, 4, .part(place)))
    switch part.kind {
    case .session: addEnd(ofSession: groups.sessions[part.index], place)
    case .contact:
      addBeginning(ofContact: groups.contacts[part.index], place)
      addEnd(ofContact: groups.contacts[part.index], place)
    }
  }

  private mutating func addBeginning(ofContact contact: Groups.Contact, _ place: Int) {
    let event = self[contact.opener].kind.beginsContact ? contact.opener : nil
    if let session = contact.session {
      let handoff = Boundary.handedOff(session: story.placeOfSession[session], contact: place)
      add(contact.startedAt, contact.opener, 3, handoff, event: event)
    } else if event != nil {
      add(contact.startedAt, contact.opener, 3, .began(place), event: event)
    }
  }

  private mutating func addEnd(ofSession session: Groups.Session, _ place: Int) {
    guard let endedAt = session.endedAt, let reason = session.endReason else { return }
    switch reason {
    case .inactivity: add(endedAt, -1, 2, .ended(place))
    case .closed: all.append(LineItem(endedAt, session.closer ?? .max, 6, .finished(place)))
    case .handoff where session.contact != nil: break
    case .ended, .handoff: add(endedAt, session.closer ?? .max, 2, .ended(place), event: shown(session.closer))
    }
  }

  private mutating func addEnd(ofContact contact: Groups.Contact, _ place: Int) {
    guard let endedAt = contact.endedAt, let reason = contact.endReason else { return }
    switch reason {
    case .inactivity: add(endedAt, -1, 2, .ended(place))
    case .lapsed, .window: add(endedAt, .max, 2, .ended(place))
    case .closed: all.append(LineItem(endedAt, contact.closer ?? .max, 6, .finished(place)))
    case .ended: add(endedAt, contact.closer ?? .max, 2, .ended(place), event: shown(contact.closer))
    }
  }

  /// An event whose own line a boundary is.
  private func shown(_ closer: Int?) -> Int? {
    closer.flatMap { self[$0].kind.endsPart ? $0 : nil }
  }

  private mutating func add(_ at: Instant, _ order: Int, _ rank: Int, _ boundary: Boundary, event: Int? = nil) {
    all.append(LineItem(at, order, rank, .boundary(boundary, event: event)))
  }
}

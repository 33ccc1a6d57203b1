import Events
import Grouping

/// One party's groups turned over for reading: which Sessions and Contacts a Conversation holds, and which events are
/// rows of which. Reused from party to party; filling it takes time linear in the events, but for the sorting of the
/// parts.
struct Story {
  /// By Conversation, then in the order in which they began.
  private(set) var parts: [Part] = []
  /// By Conversation, into `parts`.
  private(set) var partsOf: [Range<Int>] = []
  /// Places of a Session and of a Contact in `parts`.
  private(set) var placeOfSession: [Int] = []
  private(set) var placeOfContact: [Int] = []
  /// Events by where they stand: in a part, loose in a Conversation, or in none.
  private(set) var rows: [Int] = []
  /// By Conversation, into `rows`: what belongs to no part of it.
  private(set) var looseOf: [Range<Int>] = []
  /// Into `rows`: what belongs to no Conversation.
  private(set) var orphans = 0..<0
  /// By Conversation: how many events its lines show.
  private(set) var eventsOf: [Int] = []
  /// Whether a boundary's own line shows an event.
  private var isBoundary: [Bool] = []
  private var bucketOf: [Int] = []
  private var starts: [Int] = []
  private var current: [Int] = []
}

extension Story {
  mutating func read(_ groups: Groups, _ events: EventSlice) {
    collectParts(groups)
    markBoundaries(groups, events)
    assignBuckets(groups)
    sortIntoBuckets(conversations: groups.conversations.count)
  }
}

extension Story {
  private mutating func collectParts(_ groups: Groups) {
    parts.removeAll(keepingCapacity: true)
    for (index, session) in groups.sessions.enumerated() { parts.append(Part(session, index: index)) }
    for (index, contact) in groups.contacts.enumerated() { parts.append(Part(contact, index: index)) }
    parts.sort { ($0.conversation, $0.opener) < ($1.conversation, $1.opener) }
    placeOfSession.reset(to: 0, count: groups.sessions.count)
    placeOfContact.reset(to: 0, count: groups.contacts.count)
    partsOf.reset(to: 0..<0, count: groups.conversations.count)
    var next = 0
    for conversation in partsOf.indices {
      let first = next
      var sessions = 0
      var contacts = 0
      while next < parts.count, parts[next].conversation == conversation {
        number(next, &sessions, &contacts)
        next += 1
      }
      partsOf[conversation] = first..<next
    }
  }

  private mutating func number(_ place: Int, _ sessions: inout Int, _ contacts: inout Int) {
    switch parts[place].kind {
    case .session:
      sessions += 1
      parts[place].number = sessions
      placeOfSession[parts[place].index] = place
    case .contact:
      contacts += 1
      parts[place].number = contacts
      placeOfContact[parts[place].index] = place
    }
  }

  private mutating func markBoundaries(_ groups: Groups, _ events: EventSlice) {
    isBoundary.reset(to: false, count: groups.assignments.count)
    let first = events.startIndex
    for conversation in groups.conversations {
      for mark in groups.closes(of: conversation) { isBoundary[mark.event] = true }
      for mark in groups.reopens(of: conversation) where events[first + mark.event].kind == .conversationReopened {
        isBoundary[mark.event] = true
      }
    }
    for session in groups.sessions { markCloser(session.closer, events) }
    for contact in groups.contacts {
      markCloser(contact.closer, events)
      if events[first + contact.opener].kind.beginsContact { isBoundary[contact.opener] = true }
    }
  }

  private mutating func markCloser(_ closer: Int?, _ events: EventSlice) {
    if let closer, events[events.startIndex + closer].kind.endsPart { isBoundary[closer] = true }
  }

  /// An event that joined a Conversation alone stands in the part that goes on around it, if there is one.
  private mutating func assignBuckets(_ groups: Groups) {
    for (event, assignment) in groups.assignments.enumerated() {
      if let place = place(of: assignment) { parts[place].last = event }
    }
    bucketOf.reset(to: -1, count: groups.assignments.count)
    eventsOf.reset(to: 0, count: groups.conversations.count)
    current.reset(to: -1, count: groups.conversations.count)
    for (event, assignment) in groups.assignments.enumerated() {
      guard let conversation = assignment.conversation else {
        bucketOf[event] = parts.count + partsOf.count
        continue
      }
      eventsOf[conversation] += 1
      let own = place(of: assignment)
      if let own { current[conversation] = own }
      if isBoundary[event] { continue }
      let around = current[conversation]
      let joins = own != nil || (around >= 0 && parts[around].last > event)
      bucketOf[event] = joins ? around : parts.count + conversation
    }
  }

  private func place(of assignment: Groups.Assignment) -> Int? {
    if let session = assignment.session { return placeOfSession[session] }
    return assignment.contact.map { placeOfContact[$0] }
  }

  private mutating func sortIntoBuckets(conversations: Int) {
    let buckets = parts.count + conversations
    starts.reset(to: 0, count: buckets + 2)
    for bucket in bucketOf where bucket >= 0 { starts[bucket + 1] += 1 }
    for bucket in 1..<starts.count { starts[bucket] += starts[bucket - 1] }
    for place in parts.indices { parts[place].rows = starts[place]..<starts[place + 1] }
    looseOf.removeAll(keepingCapacity: true)
    for bucket in parts.count..<buckets { looseOf.append(starts[bucket]..<starts[bucket + 1]) }
    orphans = starts[buckets]..<starts[buckets + 1]
    rows.reset(to: 0, count: starts[buckets + 1])
    for (event, bucket) in bucketOf.enumerated() where bucket >= 0 {
      rows[starts[bucket]] = event
      starts[bucket] += 1
    }
  }
}

extension EventKind {
  /// An event of its own that says that a Contact begins.
  var beginsContact: Bool { self == .handoff || self == .contactStarted }

  /// An event of its own that ends a Session or a Contact.
  var endsPart: Bool { self == .sessionEnded || self == .contactEnded || self == .callEnded }
}

extension Array {
  /// Fills the array anew, keeping its room.
  mutating func reset(to value: Element, count: Int) {
    removeAll(keepingCapacity: true)
    append(contentsOf: repeatElement(value, count: count))
  }
}

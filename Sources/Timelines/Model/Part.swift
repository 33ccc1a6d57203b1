import Grouping
import Time

/// A Session or a Contact, as a timeline lists both.
struct Part {
  enum Kind { case session, contact }

  let kind: Kind
  /// In `Groups.sessions` or `Groups.contacts`.
  let index: Int
  let conversation: Int
  let opener: Int
  let startedAt: Instant
  let lastActivityAt: Instant
  let endedAt: Instant?
  /// From 1, among those of its kind in its Conversation.
  var number = 0
  /// The last event that joined it.
  var last: Int
  /// Its events that are rows, in `Story.rows`.
  var rows = 0..<0
}

extension Part {
  init(_ session: Groups.Session, index: Int) {
    kind = .session
    self.index = index
    conversation = session.conversation
    opener = session.opener
    startedAt = session.startedAt
    lastActivityAt = session.lastActivityAt
    endedAt = session.endedAt
    last = session.opener
  }

  init(_ contact: Groups.Contact, index: Int) {
    kind = .contact
    self.index = index
    conversation = contact.conversation
    opener = contact.opener
    startedAt = contact.startedAt
    lastActivityAt = contact.lastActivityAt
    endedAt = contact.endedAt
    last = contact.opener
  }
}

import Time

/// One line of a timeline, in the order in which it is read.
enum Line {
  /// A boundary with its reason; at no instant for what is still open.
  case boundary(Boundary, at: Instant?, event: Int?)
  /// A time with nothing open in an open Conversation.
  case gap(Length)
  /// An event that is no message: a note, a topic, a status.
  case aside(event: Int)
  /// A Session or Contact begins, a place in `Story.parts`.
  case begin(Int)
  case message(event: Int)
  /// The first reply came only after this.
  case wait(Length, byTeam: Bool)
  /// Nothing came for the whole of the timeout.
  case quiet(Length)
  case end(Int)
}

extension Line {
  /// The event that it shows, if it shows one.
  var event: Int? {
    switch self {
    case .boundary(_, _, let event): event
    case .aside(let event), .message(let event): event
    case .gap, .begin, .wait, .quiet, .end: nil
    }
  }
}

/// Where something begins or ends; parts by their places in `Story.parts`.
enum Boundary {
  case opened
  /// An index into the Conversation's `reopens`.
  case reopened(Int)
  case handedOff(session: Int, contact: Int)
  /// A Contact that an event of its own began, with no Session before it.
  case began(Int)
  case ended(Int)
  /// An index into the Conversation's `closes`, what it finished, and whether the Conversation was closed already.
  case closed(Int, finished: [Int], isAgain: Bool)
  case ranOut
  case partOpen(Int)
  case open
}

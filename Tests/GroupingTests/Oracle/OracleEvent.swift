import Events

/// One record as an export tells it, in plain values: what the oracle groups.
struct OracleEvent: Equatable {
  var brand = ""
  var customer = "customer"
  var id: String
  /// Milliseconds since 1970.
  var at: Int64
  var kind: EventKind
  var actor: Actor
  var channel = ""
  /// Empty where the record carries none.
  var conversation = ""
  var to: Lane?
  var actorID = ""
  /// The record's place: by file, then line.
  var place = 0
}

extension OracleEvent {
  /// "Events": a message that is no automatic notice, a hand-off, the start of a Contact.
  var isExchange: Bool {
    switch kind {
    case .message: actor != .system
    case .handoff, .contactStarted: true
    default: false
    }
  }

  /// "Events": ends, closes and manual reopens.
  var isControl: Bool {
    switch kind {
    case .sessionEnded, .contactEnded, .callEnded, .conversationClosed: true
    case .conversationReopened: isManualReopen
    default: false
    }
  }

  /// "Events": everything else.
  var isAnnotation: Bool { !isExchange && !isControl }

  var isManualReopen: Bool { kind == .conversationReopened && (actor == .agent || actor == .system) }

  func isMessage(by author: Actor) -> Bool { kind == .message && actor == author }

  /// "Events", left column by the actors that may be in an exchange.
  var isMessage: Bool { kind == .message && actor != .system }
}

/// The set of events in the order of grouping, one customer's at one brand.
enum OracleOrder {
  /// "Order": its list, first to last.
  private static let ranks: [@Sendable (OracleEvent) -> Bool] = [
    { $0.isManualReopen },
    { $0.isMessage(by: .customer) },
    { $0.isMessage(by: .ai) },
    { $0.kind == .handoff || $0.kind == .contactStarted },
    { $0.isMessage(by: .agent) },
    { $0.isAnnotation },
    { $0.kind == .callEnded || $0.kind == .contactEnded },
    { $0.kind == .sessionEnded },
    { $0.kind == .conversationClosed },
  ]

  /// Drops duplicates, then sorts by instant, rank and id as bytes.
  static func sort(_ events: [OracleEvent]) -> [OracleEvent] {
    standing(events).sorted { a, b in
      if a.at != b.at { return a.at < b.at }
      if rank(a) != rank(b) { return rank(a) < rank(b) }
      return a.id.utf8.lexicographicallyPrecedes(b.id.utf8)
    }
  }

  private static func rank(_ event: OracleEvent) -> Int { ranks.firstIndex { $0(event) } ?? ranks.count }

  /// "Duplicates": of the records with one id the one furthest on stands.
  private static func standing(_ events: [OracleEvent]) -> [OracleEvent] {
    events.filter { event in !events.contains { $0.id == event.id && $0.place > event.place } }
  }
}

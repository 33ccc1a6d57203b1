import Events
import Grouping

/// Grouping once more, written from the rules sentence by sentence, slow and plain: the engine has to agree with it.
///
/// Numbers in comments are those of "Which Conversation an event belongs to".
struct Oracle {
  let rules: Rules
  /// Those up to the as-of instant, in order.
  let events: [OracleEvent]
  let asOf: Int64

  var conversations: [OracleConversation] = []
  var spans: [OracleSpan] = []
  var placements: [OraclePlacement] = []
  var anomalies: [OracleGroups.Anomaly] = []
  /// The Conversation that the customer's last event, annotations and orphans aside, went to.
  var cur: Int?

  /// Groups one customer's events at one brand.
  static func group(_ records: [OracleEvent], rules: Rules, asOf: Int64) -> OracleGroups {
    let sorted = OracleOrder.sort(records)
    var oracle = Oracle(rules: rules, events: sorted.filter { $0.at <= asOf }, asOf: asOf)
    for position in oracle.events.indices { oracle.take(position) }
    oracle.endData()
    return oracle.result(later: sorted.count - oracle.events.count)
  }

  private init(rules: Rules, events: [OracleEvent], asOf: Int64) {
    self.rules = rules
    self.events = events
    self.asOf = asOf
  }
}

extension Oracle {
  private mutating func take(_ position: Int) {
    let event = events[position]
    runTimers(at: event.at)
    if event.isAnnotation { return annotate(event) }
    guard let home = home(of: event) else {
      note("orphan_" + event.kind.name, event)
      placements.append(OraclePlacement(event: event))
      return
    }
    cur = home
    reopenIfNeeded(home, by: event)
    let span = event.isExchange ? exchange(position, in: home) : control(event, in: home)
    placements.append(OraclePlacement(event: event, conversation: home, span: span))
  }

  mutating func note(_ anomaly: String, _ event: OracleEvent) {
    anomalies.append(OracleGroups.Anomaly(event: event.id, anomaly: anomaly))
  }

  /// 5.
  private mutating func annotate(_ event: OracleEvent) {
    var home = cur
    if let id = trustedID(of: event) { home = conversations.firstIndex { $0.id == id } }
    placements.append(OraclePlacement(event: event, conversation: home))
  }

  private func trustedID(of event: OracleEvent) -> String? {
    rules.conversationIDs == .trust && !event.conversation.isEmpty ? event.conversation : nil
  }
}

// Which Conversation an event belongs to.
extension Oracle {
  /// - Returns: nil for an orphan.
  private mutating func home(of event: OracleEvent) -> Int? {
    if let id = trustedID(of: event) {  // 1
      if let known = conversations.firstIndex(where: { $0.id == id }) { return known }
      let creates = event.isExchange || event.kind == .conversationReopened
      return creates ? open(id, by: event) : nil
    }
    guard let cur else {  // 2
      return event.isExchange ? open("c:" + event.id, by: event) : nil
    }
    if isLive(cur, at: event.at) || windowIsOpen(cur, at: event.at) { return cur }  // 3
    if event.isControl || isLateReply(event, to: cur) { return cur }  // 4
    retire(cur)
    return open("c:" + event.id, by: event)
  }

  private mutating func open(_ id: String, by event: OracleEvent) -> Int {
    conversations.append(OracleConversation(id: id, opener: event))
    return conversations.count - 1
  }

  /// 3: "D is none, or t < D".
  private func windowIsOpen(_ conversation: Int, at instant: Int64) -> Bool {
    guard let deadline = deadline(of: conversation) else { return true }
    return instant < deadline
  }

  /// 4: "a late reply answers, it does not begin".
  private func isLateReply(_ event: OracleEvent, to conversation: Int) -> Bool {
    guard event.actor != .customer, !conversations[conversation].closeStands else { return false }
    return lastEvent(of: conversation) { $0.isMessage }?.actor == .customer
  }

  /// The deadline D by `anchor`.
  func deadline(of conversation: Int) -> Int64? {
    guard let window = rules.window?.milliseconds else { return nil }
    switch rules.anchor {
    case .start:
      let restart = lastEvent(of: conversation) { $0.isManualReopen }
      return (restart ?? conversations[conversation].opener).at + window
    case .activity: return lastActivity(of: conversation) + window
    case .close: return conversations[conversation].closedAt.map { $0 + window }
    }
  }

  /// Its last event that is no annotation; while it is being opened, that is its opener.
  func lastActivity(of conversation: Int) -> Int64 {
    (lastEvent(of: conversation) { !$0.isAnnotation } ?? conversations[conversation].opener).at
  }

  private func lastEvent(of conversation: Int, where isSought: (OracleEvent) -> Bool) -> OracleEvent? {
    placements.last { $0.conversation == conversation && isSought($0.event) }?.event
  }

  /// All events that joined it so far, annotations too.
  func joined(_ conversation: Int) -> [OracleEvent] {
    placements.filter { $0.conversation == conversation }.map(\.event)
  }
}

// Closing, reopening and retiring.
extension Oracle {
  private mutating func reopenIfNeeded(_ home: Int, by event: OracleEvent) {
    guard reopens(event, home) else { return }
    conversations[home].closedAt = nil
    conversations[home].closeReason = nil
    conversations[home].closeStands = false
    conversations[home].reopens.append(OracleGroups.Mark(at: event.at, by: event.actor.name))
  }

  private func reopens(_ event: OracleEvent, _ home: Int) -> Bool {
    let isClosed = conversations[home].closedAt != nil
    if event.isExchange { return isClosed }
    guard event.isManualReopen else { return false }
    let creates = joined(home).isEmpty
    return isClosed || !creates && !windowIsOpen(home, at: event.at) && !isLive(home, at: event.at)
  }

  mutating func close(_ home: Int, by event: OracleEvent) {
    for span in spans.indices where spans[span].conversation == home && spans[span].isOpen {
      end(span, at: event.at, "closed")
    }
    if conversations[home].closedAt == nil {
      conversations[home].closedAt = event.at
      conversations[home].closeReason = .closed
    }
    conversations[home].closeStands = true
    conversations[home].closes.append(OracleGroups.Mark(at: event.at, by: event.actor.name))
  }

  private mutating func retire(_ old: Int) {
    for span in spans.indices where spans[span].conversation == old && spans[span].isOpen {
      switch spans[span].kind {
      case .session:
        end(span, at: lastActivity(ofSpan: span) + (rules.sessionTimeout?.milliseconds ?? 0), "inactivity")
      case .contact: end(span, at: lastActivity(ofSpan: span), "window")
      }
    }
    guard conversations[old].closedAt == nil else { return }
    let ends = spans.filter { $0.conversation == old }.compactMap(\.endedAt)
    let last = lastActivity(of: old)
    conversations[old].closedAt = ([deadline(of: old) ?? last, last] + ends).max()
    conversations[old].closeReason = .window
  }

  /// "End of data".
  private mutating func endData() {
    runTimers(at: asOf)
    for conversation in conversations.indices where conversations[conversation].closedAt == nil {
      guard !isLive(conversation, at: asOf), !windowIsOpen(conversation, at: asOf) else { continue }
      retire(conversation)
    }
  }
}

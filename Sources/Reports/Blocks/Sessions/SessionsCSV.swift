import Events
import Grouping
import Time

/// AI Sessions Detail with every column of the report, raw.
struct SessionsCSV {
  let context: ReportContext

  static let header = [
    "id", "conversation", "customer", "customer_name", "brand", "channel", "ai_agent", "started_at", "last_activity_at",
    "ended_at", "duration_seconds", "active_seconds", "end_reason", "outcome", "handed_off_at", "contact",
    "customer_messages", "ai_messages", "first_reply_at", "first_reply_seconds", "team_wait_seconds",
  ]

  func bytes(_ sessions: [SessionFact]) -> [UInt8] {
    var csv = CSVWriter(header: SessionsCSV.header)
    for session in sessions { csv.append(row(session)) }
    return csv.bytes
  }
}

extension SessionsCSV {
  private func row(_ fact: SessionFact) -> [CSVField] {
    let group = fact.group
    let contact = group.contact.map { context.facts.contacts[$0].group }
    let conversation = context.facts.conversations[group.conversation].group
    return [
      .id(context.sessionID(group)), .id(context.conversationID(conversation)), .id(context.customerID(fact.party)),
      .text(context.shownName(fact.party)), .text(context.brand(fact.party)),
      .text(context.store.channels[Int(group.channel)]), .text(context.aiAgent(of: fact) ?? ""),
      .instant(group.startedAt), .instant(group.lastActivityAt), .instant(group.endedAt), .length(group.duration),
      .length(group.active), .id(group.endReason?.rawValue ?? ""), .id(group.outcome.rawValue),
      .instant(group.outcome == .handedOff ? group.endedAt : nil), contact.map { .id(context.contactID($0)) } ?? .empty,
      .number(group.customerMessages), .number(group.aiMessages), .instant(group.firstReplyAt),
      .length(group.firstReplyAt.map { $0 - group.startedAt }),
      .length(contact.flatMap { contact in contact.firstReplyAt.map { $0 - contact.startedAt } }),
    ]
  }
}

extension ReportContext {
  /// Who replied for the AI first: its name if the export tells it, else its id; nil where it never replied or is not
  /// named.
  func aiAgent(of fact: SessionFact) -> String? {
    guard let at = fact.group.firstReplyAt else { return nil }
    let events = store.parties[fact.party].events
    let first = events.partitioningIndex { store.events[$0].at >= at }
    let reply = (first..<events.upperBound).prefix { store.events[$0].at == at }.first {
      let event = store.events[$0]
      return event.kind == .message && event.actor == .ai && event.channel == fact.group.channel
    }
    return reply.flatMap { actorName($0) }
  }
}

import Events
import Grouping

// The fields of `group`'s tables.
extension Oracle {
  func result(later: Int) -> OracleGroups {
    OracleGroups(
      conversations: conversations.indices.map(conversation),
      sessions: spans.indices.filter { spans[$0].kind == .session }.map(session),
      contacts: spans.indices.filter { spans[$0].kind == .contact }.map(contact),
      assignments: placements.map(assignment),
      anomalies: anomalies,
      later: later)
  }

  private func conversation(_ index: Int) -> OracleGroups.Conversation {
    let conversation = conversations[index]
    let events = joined(index)
    let own = spans.filter { $0.conversation == index }
    let channels = Set(events.filter { $0.isExchange && !$0.channel.isEmpty }.map(\.channel))
    return OracleGroups.Conversation(
      id: conversation.id,
      startedAt: conversation.opener.at,
      lastActivityAt: lastActivity(of: index),
      closedAt: conversation.closedAt,
      closeReason: conversation.closeReason?.rawValue,
      initiator: conversation.opener.actor.name,
      channels: channels.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) },
      sessions: own.count { $0.kind == .session },
      contacts: own.count { $0.kind == .contact },
      events: events.count,
      closes: conversation.closes,
      reopens: conversation.reopens)
  }

  private func session(_ index: Int) -> OracleGroups.Session {
    let session = spans[index]
    let events = members(of: index)
    let replies = events.filter { $0.isMessage(by: .ai) }
    return OracleGroups.Session(
      id: id(ofSpan: index),
      conversation: conversations[session.conversation].id,
      channel: session.channel,
      startedAt: session.opener.at,
      lastActivityAt: lastActivity(ofSpan: index),
      endedAt: session.endedAt,
      endReason: session.endReason,
      origin: session.origin,
      outcome: outcome(of: session, replies: replies.count),
      firstReplyAt: replies.first?.at,
      customerMessages: events.count { $0.isMessage(by: .customer) },
      aiMessages: replies.count)
  }

  private func contact(_ index: Int) -> OracleGroups.Contact {
    let contact = spans[index]
    let events = members(of: index)
    let replies = events.filter { $0.isMessage(by: .agent) }
    var agents: [String] = []
    for reply in replies where !reply.actorID.isEmpty && !agents.contains(reply.actorID) {
      agents.append(reply.actorID)
    }
    return OracleGroups.Contact(
      id: id(ofSpan: index),
      conversation: conversations[contact.conversation].id,
      channel: contact.channel,
      startedAt: contact.opener.at,
      lastActivityAt: lastActivity(ofSpan: index),
      endedAt: contact.endedAt,
      endReason: contact.endReason,
      origin: contact.origin,
      firstReplyAt: replies.first?.at,
      customerMessages: events.count { $0.isMessage(by: .customer) },
      agentMessages: replies.count,
      aiMessages: events.count { $0.isMessage(by: .ai) },
      agents: agents)
  }

  private func assignment(_ placement: OraclePlacement) -> OracleGroups.Assignment {
    let kind = placement.span.map { spans[$0].kind }
    let span = placement.span.map(id(ofSpan:))
    return OracleGroups.Assignment(
      event: placement.event.id,
      conversation: placement.conversation.map { conversations[$0].id },
      session: kind == .session ? span : nil,
      contact: kind == .contact ? span : nil)
  }

  private func id(ofSpan index: Int) -> String {
    (spans[index].kind == .session ? "s:" : "k:") + spans[index].opener.id
  }

  /// "Session outcome", top to bottom.
  private func outcome(of session: OracleSpan, replies: Int) -> String {
    if session.endReason == "handoff" { return "handed off" }
    if session.isOpen { return "in progress" }
    return replies == 0 ? "did not respond" : "ended in AI"
  }
}

import Events
import Grouping
import Testing

/// Groups as text, a line each: Conversations with their Sessions and Contacts in the order in which they began, then
/// anomalies with the number of their event.
///
///     c:1 10:00-17:25 closed
///       s:1 chat customer 10:00-12:15 inactivity
///       k:5 chat handoff 17:10-17:25 closed
///     ! 9 orphan_session_ended
///
/// What is open ends in `-`. Closes and reopenings follow as `closed 17:25/agent` and `reopened 1d09:00/customer`.
struct GroupsText {
  let groups: Groups
  let history: History
}

extension GroupsText {
  var lines: [String] {
    var lines: [String] = []
    for (index, conversation) in groups.conversations.enumerated() {
      lines.append(text(of: conversation))
      let sessions = groups.sessions.filter { $0.conversation == index }.map { ($0.opener, text(of: $0)) }
      let contacts = groups.contacts.filter { $0.conversation == index }.map { ($0.opener, text(of: $0)) }
      lines += (sessions + contacts).sorted { $0.0 < $1.0 }.map(\.1)
    }
    return lines + groups.anomalies.map { "! \($0.event + 1) \($0.kind.name)" }
  }

  /// What each event is assigned to.
  var assignments: [String] {
    groups.assignments.map { assignment in
      guard let conversation = assignment.conversation else { return "-" }
      var text = id(of: groups.conversations[conversation])
      if let session = assignment.session { text += " s:\(groups.sessions[session].opener + 1)" }
      if let contact = assignment.contact { text += " k:\(groups.contacts[contact].opener + 1)" }
      return text
    }
  }
}

extension GroupsText {
  private func id(of conversation: Groups.Conversation) -> String {
    conversation.givenID == 0 ? "c:\(conversation.opener + 1)" : history.names[Int(conversation.givenID)]
  }

  private func text(of conversation: Groups.Conversation) -> String {
    var text = "\(id(of: conversation)) \(conversation.startedAt.clock)-"
    if let closedAt = conversation.closedAt, let reason = conversation.closeReason {
      text += "\(closedAt.clock) \(reason.rawValue)"
    }
    let closes = groups.closes(of: conversation).dropFirst(conversation.closeReason == .closed ? 1 : 0)
    for close in closes { text += ", closed \(close.at.clock)/\(close.by.name)" }
    for reopen in groups.reopens(of: conversation) { text += ", reopened \(reopen.at.clock)/\(reopen.by.name)" }
    return text
  }

  private func text(of session: Groups.Session) -> String {
    var text = "  s:\(session.opener + 1) \(history.channels[Int(session.channel)]) \(session.origin.rawValue)"
    text += " \(session.startedAt.clock)-"
    if let endedAt = session.endedAt, let reason = session.endReason { text += "\(endedAt.clock) \(reason.rawValue)" }
    return text
  }

  private func text(of contact: Groups.Contact) -> String {
    var text = "  k:\(contact.opener + 1) \(history.channels[Int(contact.channel)]) \(contact.origin.rawValue)"
    text += " \(contact.startedAt.clock)-"
    if let endedAt = contact.endedAt, let reason = contact.endReason { text += "\(endedAt.clock) \(reason.rawValue)" }
    return text
  }
}

/// Groups a history, and compares what its lines say of assignments and the groups with `expected`.
func expect(
  _ text: String, rules: String = "", asOf: String? = nil, makes expected: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let history = History(text)
  let groups = GroupsText(groups: history.groups(rules: rules, asOf: asOf), history: history)
  let lines = groups.lines.joined(separator: "\n")
  #expect(lines == expected, sourceLocation: sourceLocation)
  for (index, (found, expected)) in zip(groups.assignments, history.expected).enumerated() where !expected.isEmpty {
    #expect(found == expected, "event \(index + 1)", sourceLocation: sourceLocation)
  }
}

import Grouping

/// What a Conversation's Sessions and Contacts tell of it.
struct ConversationShape {
  /// The openers of its first Session and first Contact: by which began first, in the order of events.
  var firstSession: Int?
  var firstContact: Int?
  var agents: [UInt32] = []
  var answered = false
  var handedOff = false

  mutating func note(_ session: Groups.Session) {
    firstSession = min(firstSession ?? .max, session.opener)
    if session.endReason == .handoff { handedOff = true }
  }

  mutating func note(_ contact: Groups.Contact, agents others: ArraySlice<UInt32>) {
    firstContact = min(firstContact ?? .max, contact.opener)
    if contact.agentMessages > 0 { answered = true }
    for agent in others where !agents.contains(agent) { agents.append(agent) }
  }

  var path: ConversationPath {
    switch (firstSession, firstContact) {
    case (nil, nil): .neither
    case (_, nil): .aiOnly
    case (nil, _): .teamOnly
    case (let session?, let contact?): session < contact ? .aiThenTeam : .teamThenAI
    }
  }
}

import Events
import Grouping
import Testing

/// `guide/output.md`, "Ids", and the counts of messages.
@Suite struct DerivedValueTests {
  @Test func countsASessionsMessages() {
    let groups = History(
      """
      10:00 customer message chat to=ai
      10:01 customer message chat
      10:02 ai message chat
      10:03 ai message chat
      10:04 agent note chat
      10:05 system message chat
      10:06 ai handoff chat
      """
    ).groups()
    #expect(groups.sessions[0].customerMessages == 2)
    #expect(groups.sessions[0].aiMessages == 2)
    #expect(groups.sessions[0].firstReplyAt?.clock == "10:02")
    #expect(groups.sessions[0].lastActivityAt.clock == "10:03")
  }

  @Test func countsAContactsMessagesAndAgents() {
    let history = History(
      """
      10:00 ai handoff chat as=bot
      10:01 customer message chat as=cust
      10:02 ai message chat as=bot
      10:03 agent message chat
      10:04 agent message chat as=kim
      10:05 agent message chat as=lee
      10:06 agent message chat as=kim
      10:07 agent contact_started chat as=max
      10:08 system message chat as=max
      """)
    let groups = history.groups()
    let contact = groups.contacts[0]
    #expect([contact.customerMessages, contact.agentMessages, contact.aiMessages] == [1, 4, 1])
    #expect(groups.agents(of: contact).map { history.names[Int($0)] } == ["kim", "lee"])
    #expect(contact.firstReplyAt?.clock == "10:03")
    #expect(contact.lastActivityAt.clock == "10:07")
  }

  @Test func takesTheOpeningMessageForTheFirstReplyOfWhomItIs() {
    let groups = History(
      """
      10:00 ai message chat
      11:00 agent message email
      12:00 ai message email
      """
    ).groups()
    #expect(groups.sessions.map(\.firstReplyAt?.clock) == ["10:00"])
    #expect(groups.contacts.map(\.firstReplyAt?.clock) == ["11:00"])
  }

  @Test func knowsNoReplyWithoutOne() {
    let groups = History(
      """
      10:00 customer message chat to=ai
      10:01 customer message email to=team
      10:02 ai message email
      """
    ).groups()
    #expect(groups.sessions[0].firstReplyAt == nil)
    #expect(groups.contacts[0].firstReplyAt == nil)
  }

  @Test func countsAllEventsOfAConversationButActivityWithoutAnnotations() {
    let groups = History(
      """
      10:00 customer message chat to=ai
      10:01 agent note
      10:02 agent session_ended email
      10:03 agent topic
      """
    ).groups()
    #expect(groups.conversations[0].events == 4)
    #expect(groups.conversations[0].lastActivityAt.clock == "10:02")
    #expect(groups.conversations[0].sessions == 1)
    #expect(groups.conversations[0].contacts == 0)
  }

  @Test(arguments: [("customer", Actor.customer), ("ai", .ai), ("agent", .agent), ("system", .system)])
  func namesTheInitiatorByKindOfActor(_ name: String, _ actor: Actor) {
    #expect(History("10:00 \(name) handoff chat").groups().conversations.map(\.initiator) == [actor])
  }

  @Test func tellsOutcomes() {
    let groups = History(
      """
      10:00 customer message a to=ai
      10:00 customer message b to=ai
      10:00 customer message c to=ai
      10:01 ai message b
      10:02 ai handoff a
      18:00 customer message d to=ai
      """
    ).groups()
    #expect(groups.sessions.map(\.outcome.rawValue) == ["handed off", "ended in AI", "did not respond", "in progress"])
  }

  @Test func tellsWhoClosedAndReopened() {
    let groups = History(
      """
      10:00 customer message chat to=ai
      10:01 agent conversation_closed
      10:02 system conversation_closed
      10:03 ai message chat
      """
    ).groups()
    #expect(groups.closes(of: groups.conversations[0]).map(\.by) == [.agent, .system])
    #expect(groups.closes(of: groups.conversations[0]).map(\.event) == [1, 2])
    #expect(groups.reopens(of: groups.conversations[0]).map(\.by) == [.ai])
    #expect(groups.conversations[0].closedAt == nil)
    #expect(groups.conversations[0].closeReason == nil)
  }

  @Test func namesTheEventsThatOpenedAndEnded() {
    let groups = History(
      """
      10:00 customer message chat to=ai
      10:01 ai handoff chat
      10:02 customer message chat to=ai
      10:03 agent session_ended chat
      10:04 customer message chat to=ai
      10:05 agent message chat
      13:00 customer message sms to=ai
      13:01 agent conversation_closed
      """
    ).groups()
    #expect(groups.sessions.map(\.opener) == [0, 2, 4, 6])
    #expect(groups.sessions.map(\.closer) == [1, 3, 5, 7])
    #expect(groups.sessions.map(\.contact) == [0, nil, 1, nil])
    #expect(groups.contacts.map(\.opener) == [1, 5])
    #expect(groups.contacts.map(\.closer) == [2, 7])
    #expect(groups.contacts.map(\.session) == [0, 2])
  }
}

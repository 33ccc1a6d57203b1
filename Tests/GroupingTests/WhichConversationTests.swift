import Testing

/// `guide/rules.md`, "Conversations and their window".
@Suite struct WhichConversationTests {
  // Rule 2

  @Test(arguments: ["customer message", "ai message", "agent message", "system handoff", "system contact_started"])
  func opensWithTheFirstExchange(_ event: String) {
    #expect(History("10:00 \(event)").groups().conversations.map(\.openRule) == [.first])
  }

  @Test(arguments: ["session_ended", "contact_ended", "call_ended", "conversation_closed", "conversation_reopened"])
  func leavesControlsBeforeTheFirstExchangeOrphans(_ kind: String) {
    expect(
      """
      10:00 agent \(kind) chat          | -
      10:01 customer message chat to=ai | c:2 s:2
      """,
      makes: """
        c:2 10:01-
          s:2 chat customer 10:01-
        ! 1 orphan_\(kind)
        """)
  }

  @Test func leavesAnnotationsBeforeTheFirstExchangeAloneWithoutAnomaly() {
    expect(
      """
      09:00 agent note                    | -
      09:01 system message chat           | -
      09:02 customer conversation_reopened| -
      10:00 agent message chat            | c:4 k:4
      """,
      makes: """
        c:4 10:00-
          k:4 chat outbound 10:00-
        """)
  }

  // Rule 3

  @Test func joinsWithinTheWindowOnly() {
    expect(
      """
      10:00 customer message chat to=ai         | c:1 s:1
      1d09:59:59.999 customer message sms to=ai | c:1 s:2
      """,
      makes: """
        c:1 10:00-
          s:1 chat customer 10:00-12:00 inactivity
          s:2 sms customer 1d09:59:59.999-
        """)
    expect(
      """
      10:00 customer message chat to=ai  | c:1 s:1
      1d10:00 customer message sms to=ai | c:2 s:2
      """,
      makes: """
        c:1 10:00-1d10:00 window
          s:1 chat customer 10:00-12:00 inactivity
        c:2 1d10:00-
          s:2 sms customer 1d10:00-
        """)
  }

  @Test func neverCutsAnOpenSession() {
    expect(
      """
      10:00 customer message chat to=ai         | c:1 s:1
      1d09:00 customer message chat to=ai       | c:1 s:2
      1d10:30 customer message sms to=team      | c:1 k:3
      1d10:59:59.999 customer message email to=ai | c:1 s:4
      """, asOf: "1d11:00",
      makes: """
        c:1 10:00-
          s:1 chat customer 10:00-12:00 inactivity
          s:2 chat customer 1d09:00-1d11:00 inactivity
          k:3 sms direct 1d10:30-
          s:4 email customer 1d10:59:59.999-
        """)
  }

  @Test func neverCutsAContactInProgress() {
    expect(
      """
      10:00 agent message email            | c:1 k:1
      1d09:00 agent message email          | c:1 k:1
      1d10:59:59.999 customer message chat | c:1 k:3
      """,
      makes: """
        c:1 10:00-
          k:1 email outbound 10:00-
          k:3 chat direct 1d10:59:59.999-
        """)
    expect(
      """
      10:00 agent message email     | c:1 k:1
      1d09:00 agent message email   | c:1 k:1
      1d11:00 customer message chat | c:3 k:3
      """,
      makes: """
        c:1 10:00-1d10:00 window
          k:1 email outbound 10:00-1d09:00 window
        c:3 1d11:00-
          k:3 chat direct 1d11:00-
        """)
  }

  @Test func neverCutsTheMostRecentlyActiveOfSeveralContacts() {
    expect(
      """
      10:00 agent message email     | c:1 k:1
      10:05 agent message sms       | c:1 k:2
      1d09:00 agent message email   | c:1 k:1
      1d10:59 customer message chat | c:1 k:4
      """,
      makes: """
        c:1 10:00-
          k:1 email outbound 10:00-
          k:2 sms outbound 10:05-
          k:4 chat direct 1d10:59-
        """)
  }

  @Test func staysOpenForAsLongAsAContactIsOpenWithoutQuietTime() {
    expect(
      """
      10:00 agent message email       | c:1 k:1
      9d10:00 customer message email  | c:1 k:1
      9d11:00 agent contact_ended email | c:1 k:1
      9d11:00 agent note              | c:1
      9d11:01 customer message email  | c:5 k:5
      """, rules: "quiet=none",
      makes: """
        c:1 10:00-9d11:00 window
          k:1 email outbound 10:00-9d11:00 ended
        c:5 9d11:01-
          k:5 email direct 9d11:01-
        """)
  }

  @Test func hasOneConversationWithoutAWindow() {
    expect(
      """
      10:00 customer message chat to=ai   | c:1 s:1
      99d10:00 customer message chat to=ai | c:1 s:2
      """, rules: "window=none",
      makes: """
        c:1 10:00-
          s:1 chat customer 10:00-12:00 inactivity
          s:2 chat customer 99d10:00-
        """)
  }

  // Rule 4

  @Test(arguments: ["agent message", "ai message", "agent handoff", "system contact_started"])
  func letsALateReplyAnswer(_ reply: String) {
    let groups = History(
      """
      10:00 customer message chat to=team
      12:00 agent note
      2d10:00 \(reply) email
      """
    ).groups()
    #expect(groups.conversations.count == 1, "\(reply)")
    #expect(groups.assignments[2].conversation == 0)
  }

  @Test func letsALateReplyContinueTheContact() {
    expect(
      """
      10:00 customer message email to=team | c:1 k:1
      2d10:00 agent message email          | c:1 k:1
      2d13:00 customer message email       | c:3 k:3
      """,
      makes: """
        c:1 10:00-2d10:00 window
          k:1 email direct 10:00-2d10:00 window
        c:3 2d13:00-
          k:3 email direct 2d13:00-
        """)
  }

  @Test func beginsAnewWhenTheLastMessageIsNotTheCustomers() {
    expect(
      """
      10:00 customer message email to=team | c:1 k:1
      10:05 agent message email            | c:1 k:1
      2d10:00 agent message email          | c:3 k:3
      """,
      makes: """
        c:1 10:00-1d10:00 window
          k:1 email direct 10:00-10:05 window
        c:3 2d10:00-
          k:3 email outbound 2d10:00-
        """)
  }

  @Test func beginsAnewWhenAHandoffCameWithoutAnyMessage() {
    expect(
      """
      10:00 ai handoff chat      | c:1 k:1
      2d10:00 agent message chat | c:2 k:2
      """,
      makes: """
        c:1 10:00-1d10:00 window
          k:1 chat handoff 10:00-10:00 window
        c:2 2d10:00-
          k:2 chat outbound 2d10:00-
        ! 1 handoff_without_session
        """)
  }

  @Test func beginsAnewWhenAHandoffIsTheCustomers() {
    #expect(
      History(
        """
        10:00 customer message email to=team
        2d10:00 customer handoff email
        """
      ).groups().conversations.count == 2)
  }

  @Test func letsNoReplyBeLateAfterAClose() {
    expect(
      """
      10:00 customer message email to=team  | c:1 k:1
      10:05 agent conversation_closed       | c:1
      2d10:00 agent message email           | c:3 k:3
      """,
      makes: """
        c:1 10:00-10:05 closed
          k:1 email direct 10:00-10:05 closed
        c:3 2d10:00-
          k:3 email outbound 2d10:00-
        """)
  }

  @Test func letsAReplyBeLateOnceReopenedSinceTheClose() {
    expect(
      """
      10:00 customer message email to=team  | c:1 k:1
      10:05 agent conversation_closed       | c:1
      10:10 customer message email to=team  | c:1 k:3
      2d10:00 agent message email           | c:1 k:3
      """,
      makes: """
        c:1 10:00-, closed 10:05/agent, reopened 10:10/customer
          k:1 email direct 10:00-10:05 closed
          k:3 email direct 10:10-
        """)
  }

  @Test func joinsLateControlsToTheConversation() {
    expect(
      """
      10:00 customer message email to=team | c:1 k:1
      2d10:00 agent contact_ended email    | c:1 k:1
      2d10:01 agent contact_ended email    | c:1
      2d10:02 agent session_ended email    | c:1
      2d10:03 agent call_ended email       | c:1
      2d10:04 agent conversation_closed    | c:1
      """,
      makes: """
        c:1 10:00-2d10:04 closed
          k:1 email direct 10:00-2d10:00 ended
        ! 3 orphan_contact_ended
        ! 4 orphan_session_ended
        """)
  }

  // Rule 5

  @Test func letsAnnotationsChangeNothing() {
    expect(
      """
      10:00 customer message email to=team    | c:1 k:1
      10:01 agent conversation_closed         | c:1
      10:02 customer conversation_reopened    | c:1
      10:03 ai conversation_reopened          | c:1
      10:04 system message email              | c:1
      2d10:00 agent topic                     | c:1
      2d10:01 customer message email to=team  | c:7 k:7
      2d10:01 customer task                   | c:7
      """,
      makes: """
        c:1 10:00-10:01 closed
          k:1 email direct 10:00-10:01 closed
        c:7 2d10:01-
          k:7 email direct 2d10:01-
        """)
  }

  @Test func closesByTheWindowWithoutRegardToLaterAnnotations() {
    expect(
      """
      10:00 customer message chat to=ai   | c:1 s:1
      1d15:00 agent note                  | c:1
      2d10:00 customer message chat to=ai | c:3 s:3
      """,
      makes: """
        c:1 10:00-1d10:00 window
          s:1 chat customer 10:00-12:00 inactivity
        c:3 2d10:00-
          s:3 chat customer 2d10:00-
        """)
  }

  @Test func takesNoSystemMessageForTheLastMessage() {
    #expect(
      History(
        """
        10:00 customer message email to=team
        10:01 system message email
        2d10:00 agent message email
        """
      ).groups().conversations.count == 1)
  }

  // Retiring

  @Test func retiresAtTheLatestEndOrEventAfterTheDeadline() {
    expect(
      """
      10:00 customer message chat to=ai   | c:1 s:1
      1d09:30 customer message chat to=ai | c:1 s:2
      1d11:31 customer message chat to=ai | c:3 s:3
      """,
      makes: """
        c:1 10:00-1d11:30 window
          s:1 chat customer 10:00-12:00 inactivity
          s:2 chat customer 1d09:30-1d11:30 inactivity
        c:3 1d11:31-
          s:3 chat customer 1d11:31-
        """)
    expect(
      """
      10:00 customer message chat to=team | c:1 k:1
      3d10:00 agent call_ended voice      | c:1
      3d11:00 customer message chat       | c:3 k:3
      """,
      makes: """
        c:1 10:00-3d10:00 window
          k:1 chat direct 10:00-10:00 window
        c:3 3d11:00-
          k:3 chat direct 3d11:00-
        """)
  }

  @Test func namesTheDeadlineThatHadPassed() {
    let groups = History(
      """
      10:00 customer message chat to=ai
      2d10:00 customer message chat to=ai
      """
    ).groups()
    #expect(groups.conversations[1].openRule == .windowClosed(groups.conversations[0].deadline))
    #expect(groups.conversations[0].deadline?.clock == "1d10:00")
  }

  @Test func keepsChannelsApartAndNamesThemInOrder() {
    let history = History(
      """
      10:00 customer message voice to=ai
      10:01 customer message chat to=team
      10:02 customer message - to=ai
      10:03 customer message email to=team
      10:04 ai message voice
      10:05 agent session_ended unused
      """)
    let groups = history.groups()
    #expect(
      groups.channels(of: groups.conversations[0]).map { history.channels[Int($0)] } == ["chat", "email", "voice"])
    #expect(groups.sessions.map { history.channels[Int($0.channel)] } == ["voice", ""])
    #expect(groups.contacts.map { history.channels[Int($0.channel)] } == ["chat", "email"])
    #expect(groups.assignments[4].session == 0)
  }
}

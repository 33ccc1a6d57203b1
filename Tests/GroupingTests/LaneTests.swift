import Testing

/// `guide/rules.md`, "Lanes", in the order of its rules.
@Suite struct LaneTests {
  @Test func followsWhatTheMessageSaysFirst() {
    expect(
      """
      10:00 customer message chat to=team | c:1 k:1
      10:01 customer message chat to=ai   | c:1 s:2
      10:02 customer message chat to=team | c:1 k:3
      """, rules: "routes.chat=ai",
      makes: """
        c:1 10:00-
          k:1 chat direct 10:00-10:00 lapsed
          s:2 chat customer 10:01-10:02 handoff
          k:3 chat handoff 10:02-
        """)
  }

  @Test func staysInAnOpenSessionDespiteTheRoute() {
    expect(
      """
      10:00 ai message chat        | c:1 s:1
      10:01 customer message chat  | c:1 s:1
      """, rules: "route=team",
      makes: """
        c:1 10:00-
          s:1 chat ai 10:00-
        """)
  }

  @Test func staysInAContactInProgressDespiteTheRoute() {
    expect(
      """
      10:00 agent message chat                  | c:1 k:1
      11:59:59.999 customer message chat        | c:1 k:1
      13:59:59.999 customer message chat        | c:1 s:3
      """, rules: "route=ai",
      makes: """
        c:1 10:00-
          k:1 chat outbound 10:00-11:59:59.999 lapsed
          s:3 chat customer 13:59:59.999-
        """)
  }

  @Test func prefersTheChannelsRouteToTheGeneralOne() {
    expect(
      """
      10:00 customer message voice  | c:1 k:1
      10:01 customer message chat   | c:1 s:2
      10:02 customer message        | c:1 s:3
      """, rules: "route=ai routes.voice=team",
      makes: """
        c:1 10:00-
          k:1 voice direct 10:00-
          s:2 chat customer 10:01-
          s:3  customer 10:02-
        """)
  }

  @Test func looksAheadOnAChannelWhoseRouteIsResponder() {
    expect(
      """
      10:00 customer message chat  | c:1 k:1
      10:01 agent message chat     | c:1 k:1
      10:02 customer message sms   | c:1 s:3
      """, rules: "route=ai routes.chat=responder",
      makes: """
        c:1 10:00-
          k:1 chat direct 10:00-
          s:3 sms customer 10:02-
        """)
  }

  @Test func goesToWhoeverRepliesNextOnTheChannel() {
    expect(
      """
      10:00 customer message chat  | c:1 s:1
      10:01 customer message sms   | c:1 k:2
      10:02 customer message email | c:1 k:3
      10:03 agent handoff email    | c:1 k:3
      10:04 system message email   | c:1
      10:05 agent message sms      | c:1 k:2
      10:06 ai message chat        | c:1 s:1
      """,
      makes: """
        c:1 10:00-
          s:1 chat customer 10:00-
          k:2 sms direct 10:01-
          k:3 email direct 10:02-
        ! 4 handoff_within_contact
        """)
  }

  @Test(arguments: [("1d09:59:59.999", "s:1"), ("1d10:00", "k:1")])
  func looksAheadWithinTheWindowOnly(_ reply: String, _ assigned: String) {
    let history = History(
      """
      10:00 customer message chat
      \(reply) ai message chat
      """)
    let text = GroupsText(groups: history.groups(), history: history)
    #expect(text.assignments[0] == "c:1 " + assigned)
  }

  @Test func looksAheadWithoutLimitWithoutAWindow() {
    expect(
      """
      10:00 customer message chat  | c:1 s:1
      99d10:00 ai message chat     | c:1 s:2
      """, rules: "window=none",
      makes: """
        c:1 10:00-
          s:1 chat customer 10:00-12:00 inactivity
          s:2 chat ai 99d10:00-
        """)
  }

  @Test func takesLaterInTheOrderOfEvents() {
    expect(
      """
      10:00 customer message chat  | c:1 s:1
      10:00 ai message chat        | c:1 s:1
      10:00 agent message chat     | c:1 k:3
      """,
      makes: """
        c:1 10:00-
          s:1 chat customer 10:00-10:00 handoff
          k:3 chat handoff 10:00-
        """)
  }

  @Test func looksAheadInAnyConversation() {
    expect(
      """
      10:00 customer message chat in=A  | A s:1
      10:01 ai message chat in=B        | B s:2
      10:02 agent message chat in=A     | A k:3
      """,
      makes: """
        A 10:00-
          s:1 chat customer 10:00-10:02 handoff
          k:3 chat handoff 10:02-
        B 10:01-
          s:2 chat ai 10:01-
        """)
  }

  @Test func looksNoFurtherThanTheEndOfData() {
    expect(
      """
      10:00 customer message chat  | c:1 k:1
      10:01 ai message chat
      """, asOf: "10:00:30",
      makes: """
        c:1 10:00-
          k:1 chat direct 10:00-
        """)
  }
}

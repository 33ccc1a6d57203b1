import Testing

/// `guide/rules.md`, "Trusted and derived ids", and what follows from ids that are trusted.
@Suite struct TrustedIDTests {
  @Test func keepsInterleavedConversationsApart() {
    expect(
      """
      10:00 customer message chat to=ai in=A    | A s:1
      10:01 customer message chat to=team in=B  | B k:2
      10:02 ai message chat in=A                | A s:1
      10:03 agent message chat in=B             | B k:2
      10:04 customer message chat               | B k:2
      10:05 agent note in=A                     | A
      10:06 customer message chat               | B k:2
      """,
      makes: """
        A 10:00-
          s:1 chat customer 10:00-
        B 10:01-
          k:2 chat direct 10:01-
        """)
  }

  @Test func createsByExchangesAndManualReopensOnly() {
    expect(
      """
      10:00 agent session_ended in=A         | -
      10:01 agent contact_ended in=B         | -
      10:02 agent call_ended in=C            | -
      10:03 agent conversation_closed in=D   | -
      10:04 agent note in=E                  | -
      10:05 customer conversation_reopened in=F | -
      10:06 system message chat in=G         | -
      10:07 agent conversation_reopened in=H | H
      10:08 ai handoff chat in=I             | I k:9
      10:09 system contact_started chat in=J | J k:10
      """,
      makes: """
        H 10:07-
        I 10:08-
          k:9 chat handoff 10:08-
        J 10:09-
          k:10 chat direct 10:09-
        ! 1 orphan_session_ended
        ! 2 orphan_contact_ended
        ! 3 orphan_call_ended
        ! 4 orphan_conversation_closed
        ! 9 handoff_without_session
        """)
  }

  @Test func leavesCurAloneByOrphansAndAnnotations() {
    expect(
      """
      10:00 customer message chat to=ai in=A | A s:1
      10:01 customer message sms to=ai in=B  | B s:2
      10:02 agent session_ended chat in=C    | -
      10:03 agent note in=A                  | A
      10:04 agent topic in=C                 | -
      10:05 agent session_ended sms          | B s:2
      """,
      makes: """
        A 10:00-
          s:1 chat customer 10:00-
        B 10:01-
          s:2 sms customer 10:01-10:05 ended
        ! 3 orphan_session_ended
        """)
  }

  @Test func movesCurByAnyOtherEventThatJoins() {
    expect(
      """
      10:00 customer message chat to=ai in=A | A s:1
      10:01 customer message sms to=ai in=B  | B s:2
      10:02 agent session_ended email in=A   | A
      10:03 ai message chat                  | A s:1
      10:04 agent conversation_closed in=B   | B
      10:05 ai message chat                  | B s:6
      """,
      makes: """
        A 10:00-
          s:1 chat customer 10:00-
        B 10:01-, closed 10:04/agent, reopened 10:05/ai
          s:2 sms customer 10:01-10:04 closed
          s:6 chat ai 10:05-
        ! 3 orphan_session_ended
        """)
  }

  @Test func retiresNoneByCreatingAConversation() {
    expect(
      """
      10:00 customer message chat to=ai         | c:1 s:1
      3d10:00 customer message chat to=ai in=A  | A s:2
      """, asOf: "3d10:00",
      makes: """
        c:1 10:00-1d10:00 window
          s:1 chat customer 10:00-12:00 inactivity
        A 3d10:00-
          s:2 chat customer 3d10:00-
        """)
    expect(
      """
      10:00 customer message chat to=team in=A | A k:1
      3d10:00 customer message chat in=B       | B k:2
      3d10:01 customer message chat in=A       | A k:1
      """,
      makes: """
        A 10:00-
          k:1 chat direct 10:00-
        B 3d10:00-
          k:2 chat direct 3d10:00-
        """)
  }

  @Test func reopensARetiredConversationThatIsAddressedAgain() {
    expect(
      """
      10:00 customer message chat to=ai in=A    | A s:1
      2d10:00 customer message chat to=ai       | c:2 s:2
      2d11:00 agent message email in=A          | A k:3
      3d13:00 customer message email to=ai      | c:4 s:4
      """,
      makes: """
        A 10:00-2d11:00 window, reopened 2d11:00/agent
          s:1 chat customer 10:00-12:00 inactivity
          k:3 email outbound 2d11:00-2d11:00 window
        c:2 2d10:00-3d10:00 window
          s:2 chat customer 2d10:00-2d12:00 inactivity
        c:4 3d13:00-
          s:4 email customer 3d13:00-
        """)
  }

  @Test func keepsTheWindowsCloseWhenARetiredConversationIsClosed() {
    expect(
      """
      10:00 customer message chat to=ai in=A    | A s:1
      2d10:00 customer message chat to=ai       | c:2 s:2
      2d11:00 agent conversation_closed in=A    | A
      2d11:01 agent message chat                | c:4 k:4
      """,
      makes: """
        A 10:00-1d10:00 window, closed 2d11:00/agent
          s:1 chat customer 10:00-12:00 inactivity
        c:2 2d10:00-
          s:2 chat customer 2d10:00-
        c:4 2d11:01-
          k:4 chat outbound 2d11:01-
        """)
  }

  @Test func letsALateReplyReopenARetiredConversation() {
    expect(
      """
      10:00 customer message chat to=ai in=A    | A s:1
      2d10:00 customer message chat to=ai       | c:2 s:2
      2d11:00 agent contact_ended chat in=A     | A
      2d11:01 agent message chat                | A k:4
      """,
      makes: """
        A 10:00-, reopened 2d11:01/agent
          s:1 chat customer 10:00-12:00 inactivity
          k:4 chat outbound 2d11:01-
        c:2 2d10:00-
          s:2 chat customer 2d10:00-
        ! 3 orphan_contact_ended
        """)
  }

  @Test func reopensARetiredConversationByHand() {
    expect(
      """
      10:00 customer message chat to=ai in=A     | A s:1
      2d10:00 customer message chat to=ai        | c:2 s:2
      2d11:00 system conversation_reopened in=A  | A
      3d10:59 customer message chat to=ai        | A s:4
      """,
      makes: """
        A 10:00-, reopened 2d11:00/system
          s:1 chat customer 10:00-12:00 inactivity
          s:4 chat customer 3d10:59-
        c:2 2d10:00-3d10:00 window
          s:2 chat customer 2d10:00-2d12:00 inactivity
        """)
  }

  @Test func joinsAConversationLongPastItsWindowByItsID() {
    expect(
      """
      10:00 customer message chat to=ai in=A  | A s:1
      9d10:00 customer message chat to=ai in=A | A s:2
      """,
      makes: """
        A 10:00-
          s:1 chat customer 10:00-12:00 inactivity
          s:2 chat customer 9d10:00-
        """)
  }

  @Test func ignoresIDsWhenTheyAreDerived() {
    expect(
      """
      09:00 agent conversation_closed in=A     | -
      10:00 customer message chat to=ai in=A   | c:2 s:2
      10:01 customer message chat in=B         | c:2 s:2
      10:02 agent note in=Z                    | c:2
      10:03 agent conversation_closed in=Y     | c:2
      2d10:00 customer message chat to=ai in=A | c:6 s:6
      """, rules: "conversation_ids=derive",
      makes: """
        c:2 10:00-10:03 closed
          s:2 chat customer 10:00-10:03 closed
        c:6 2d10:00-
          s:6 chat customer 2d10:00-
        ! 1 orphan_conversation_closed
        """)
  }

  @Test func takesAManualReopenThatCreatesForNone() {
    let groups = History(
      """
      10:00 agent conversation_reopened in=A
      10:01 agent note
      """
    ).groups()
    #expect(groups.conversations.map(\.reopens.count) == [0])
    #expect(groups.conversations.map(\.initiator) == [.agent])
    #expect(groups.conversations.map(\.openRule) == [.givenID])
    #expect(groups.conversations.map(\.events) == [2])
  }
}

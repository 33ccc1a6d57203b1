import Testing

/// What every kind of event does on its channel, case by case.
@Suite struct SessionAndContactTests {
  // Timers

  @Test func closesSessionAfterTwoQuietHours() {
    expect(
      """
      10:00 customer message chat to=ai        | c:1 s:1
      11:59:59.999 customer message chat to=ai | c:1 s:1
      13:59:59.999 customer message chat to=ai | c:1 s:3
      """,
      makes: """
        c:1 10:00-
          s:1 chat customer 10:00-13:59:59.999 inactivity
          s:3 chat customer 13:59:59.999-
        """)
  }

  @Test func endsNoSessionByTimeWithoutATimeout() {
    expect(
      """
      10:00 customer message chat to=ai   | c:1 s:1
      9d10:00 customer message chat       | c:1 s:1
      """, rules: "session_timeout=none",
      makes: """
        c:1 10:00-
          s:1 chat customer 10:00-
        """)
  }

  @Test func endsContactsByTimeOnlyWhenAskedTo() {
    let history = """
      10:00 agent message chat
      10:14 customer message chat
      10:29 customer message chat
      10:43 agent message chat
      """
    expect(
      history,
      makes: """
        c:1 10:00-
          k:1 chat outbound 10:00-
        """)
    expect(
      history, rules: "contact_timeout=15m",
      makes: """
        c:1 10:00-
          k:1 chat outbound 10:00-10:29 inactivity
          k:3 chat direct 10:29-
        """)
  }

  @Test func endsNothingThatHasTimedOut() {
    expect(
      """
      10:00 customer message chat to=ai  | c:1 s:1
      10:00 agent message sms            | c:1 k:2
      10:00 agent message voice          | c:1 k:3
      12:00 system session_ended chat    | c:1
      12:00 agent contact_ended sms      | c:1
      12:00 customer call_ended voice    | c:1
      """, rules: "contact_timeout=2h",
      makes: """
        c:1 10:00-
          s:1 chat customer 10:00-12:00 inactivity
          k:2 sms outbound 10:00-12:00 inactivity
          k:3 voice outbound 10:00-12:00 inactivity
        ! 4 orphan_contact_ended
        ! 6 orphan_session_ended
        """)
  }

  @Test func takesExchangesOnlyForActivity() {
    expect(
      """
      10:00 customer message chat to=ai  | c:1 s:1
      11:00 agent note chat              | c:1
      11:30 agent contact_ended chat     | c:1
      12:00 customer message chat to=ai  | c:1 s:4
      """,
      makes: """
        c:1 10:00-
          s:1 chat customer 10:00-12:00 inactivity
          s:4 chat customer 12:00-
        ! 3 orphan_contact_ended
        """)
  }

  @Test func endsTheLeastRecentlyActiveFirst() {
    expect(
      """
      10:00 customer message a to=ai | c:1 s:1
      10:10 customer message b to=ai | c:1 s:2
      10:20 customer message c to=ai | c:1 s:3
      11:00 ai message a             | c:1 s:1
      11:10 agent session_ended b    | c:1 s:2
      12:30 ai message a             | c:1 s:1
      12:40 ai message c             | c:1 s:7
      """,
      makes: """
        c:1 10:00-
          s:1 a customer 10:00-
          s:2 b customer 10:10-11:10 ended
          s:3 c customer 10:20-12:20 inactivity
          s:7 c ai 12:40-
        """)
    expect(
      """
      10:00 agent message a    | c:1 k:1
      10:05 agent message b    | c:1 k:2
      10:14 agent message a    | c:1 k:1
      10:25 customer message b | c:1 k:4
      10:28 customer message a | c:1 k:1
      """, rules: "contact_timeout=15m",
      makes: """
        c:1 10:00-
          k:1 a outbound 10:00-
          k:2 b outbound 10:05-10:20 inactivity
          k:4 b direct 10:25-
        """)
  }

  // Customer message, lane ai

  @Test func letsAnOpenContactLapseWhenTheCustomerTurnsToTheAI() {
    expect(
      """
      10:00 agent message chat           | c:1 k:1
      10:05 customer message chat to=ai  | c:1 s:2
      10:06 customer message chat        | c:1 s:2
      """,
      makes: """
        c:1 10:00-
          k:1 chat outbound 10:00-10:00 lapsed
          s:2 chat customer 10:05-
        """)
  }

  // Customer message, lane team

  @Test func handsTheSessionOffWhenTheCustomerTurnsToTheTeam() {
    expect(
      """
      10:00 customer message chat to=ai    | c:1 s:1
      10:05 customer message chat to=team  | c:1 k:2
      10:06 customer message chat          | c:1 k:2
      """,
      makes: """
        c:1 10:00-
          s:1 chat customer 10:00-10:05 handoff
          k:2 chat handoff 10:05-
        """)
  }

  @Test func continuesAQuietContactByItsLane() {
    expect(
      """
      10:00 customer message chat to=team  | c:1 k:1
      15:00 customer message chat to=team  | c:1 k:1
      """,
      makes: """
        c:1 10:00-
          k:1 chat direct 10:00-
        """)
  }

  // AI message

  @Test func opensASessionByTheAI() {
    expect(
      "10:00 ai message chat | c:1 s:1",
      makes: """
        c:1 10:00-
          s:1 chat ai 10:00-
        """)
  }

  @Test func letsTheAIJoinAContactInProgressOnly() {
    expect(
      """
      10:00 agent message chat         | c:1 k:1
      11:59:59.999 ai message chat     | c:1 k:1
      13:59:59.999 ai message chat     | c:1 s:3
      """,
      makes: """
        c:1 10:00-
          k:1 chat outbound 10:00-11:59:59.999 lapsed
          s:3 chat ai 13:59:59.999-
        """)
  }

  // Agent message

  @Test func handsTheSessionOffWhenAnAgentWrites() {
    expect(
      """
      10:00 customer message chat to=ai  | c:1 s:1
      10:05 agent message chat           | c:1 k:2
      18:00 agent message chat           | c:1 k:2
      """,
      makes: """
        c:1 10:00-
          s:1 chat customer 10:00-10:05 handoff
          k:2 chat handoff 10:05-
        """)
  }

  // Hand-off

  @Test(arguments: ["customer", "ai", "agent", "system"])
  func handsOffByAnyone(_ actor: String) {
    expect(
      """
      10:00 customer message chat to=ai  | c:1 s:1
      10:05 \(actor) handoff chat        | c:1 k:2
      """,
      makes: """
        c:1 10:00-
          s:1 chat customer 10:00-10:05 handoff
          k:2 chat handoff 10:05-
        """)
  }

  @Test func countsAHandoffWithinAContactAsItsActivity() {
    expect(
      """
      10:00 agent message chat  | c:1 k:1
      15:00 ai handoff chat     | c:1 k:1
      16:59 ai message chat     | c:1 k:1
      """,
      makes: """
        c:1 10:00-
          k:1 chat outbound 10:00-
        ! 2 handoff_within_contact
        """)
  }

  @Test func opensAContactByAHandoffWithoutASessionOnItsChannel() {
    expect(
      """
      10:00 customer message chat to=ai  | c:1 s:1
      10:05 ai handoff email             | c:1 k:2
      """,
      makes: """
        c:1 10:00-
          s:1 chat customer 10:00-
          k:2 email handoff 10:05-
        ! 2 handoff_without_session
        """)
  }

  @Test func handsOffNoSessionThatHasTimedOut() {
    expect(
      """
      10:00 customer message chat to=ai  | c:1 s:1
      12:00 ai handoff chat              | c:1 k:2
      """,
      makes: """
        c:1 10:00-
          s:1 chat customer 10:00-12:00 inactivity
          k:2 chat handoff 12:00-
        ! 2 handoff_without_session
        """)
  }

  // contact_started

  @Test(arguments: [("agent", "outbound"), ("customer", "direct"), ("ai", "direct"), ("system", "direct")])
  func startsAContactOfAnOriginByItsActor(_ actor: String, _ origin: String) {
    expect(
      """
      10:00 \(actor) contact_started voice | c:1 k:1
      18:00 \(actor) contact_started voice | c:1 k:1
      """,
      makes: """
        c:1 10:00-
          k:1 voice \(origin) 10:00-
        """)
  }

  @Test func handsTheSessionOffWhenAContactStarts() {
    expect(
      """
      10:00 customer message chat to=ai  | c:1 s:1
      10:05 agent contact_started chat   | c:1 k:2
      """,
      makes: """
        c:1 10:00-
          s:1 chat customer 10:00-10:05 handoff
          k:2 chat handoff 10:05-
        """)
  }

  // Ends

  @Test func endsTheSessionOrTheContact() {
    expect(
      """
      10:00 customer message chat to=ai   | c:1 s:1
      10:01 customer message sms to=team  | c:1 k:2
      10:02 system session_ended chat     | c:1 s:1
      10:03 agent contact_ended sms       | c:1 k:2
      """,
      makes: """
        c:1 10:00-
          s:1 chat customer 10:00-10:02 ended
          k:2 sms direct 10:01-10:03 ended
        """)
  }

  @Test func leavesEndsOfNothingOrphansWithinTheirConversation() {
    expect(
      """
      10:00 customer message chat to=ai   | c:1 s:1
      10:01 customer message sms to=team  | c:1 k:2
      10:02 agent contact_ended chat      | c:1
      10:03 agent session_ended sms       | c:1
      10:04 agent session_ended email     | c:1
      10:05 agent contact_ended           | c:1
      """,
      makes: """
        c:1 10:00-
          s:1 chat customer 10:00-
          k:2 sms direct 10:01-
        ! 3 orphan_contact_ended
        ! 4 orphan_session_ended
        ! 5 orphan_session_ended
        ! 6 orphan_contact_ended
        """)
  }

  @Test func endsWhicheverIsOpenWithTheCall() {
    expect(
      """
      10:00 customer message voice to=ai    | c:1 s:1
      10:05 customer call_ended voice       | c:1 s:1
      11:00 customer message voice to=team  | c:1 k:3
      11:05 customer call_ended voice       | c:1 k:3
      11:05 customer call_ended voice       | c:1
      11:06 customer call_ended             | c:1
      """,
      makes: """
        c:1 10:00-
          s:1 voice customer 10:00-10:05 ended
          k:3 voice direct 11:00-11:05 ended
        """)
  }

  @Test func endsNothingThatAnotherConversationHasOpen() {
    expect(
      """
      10:00 customer message chat to=ai in=A  | A s:1
      10:01 customer message sms to=ai in=B   | B s:2
      10:02 agent session_ended chat in=B     | B
      10:03 agent call_ended chat in=B        | B
      10:04 ai handoff chat in=B              | B k:5
      """,
      makes: """
        A 10:00-
          s:1 chat customer 10:00-
        B 10:01-
          s:2 sms customer 10:01-
          k:5 chat handoff 10:04-
        ! 3 orphan_session_ended
        ! 5 handoff_without_session
        """)
  }

  @Test func takesEventsOfOneInstantInTheirOrder() {
    expect(
      """
      10:00 agent conversation_closed      | c:1
      10:00 agent session_ended chat       | c:1
      10:00 agent contact_ended chat       | c:1 k:3
      10:00 agent message chat             | c:1 k:3
      10:00 ai handoff chat                | c:1 k:3
      10:00 ai message chat                | c:1 s:1
      10:00 customer message chat to=ai    | c:1 s:1
      """,
      makes: """
        c:1 10:00-10:00 closed
          s:1 chat customer 10:00-10:00 handoff
          k:3 chat handoff 10:00-10:00 ended
        ! 6 orphan_session_ended
        """)
  }
}

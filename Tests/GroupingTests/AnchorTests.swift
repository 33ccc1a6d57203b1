import Grouping
import Testing
import Time

/// `grouping.md`, "Window deadline D of a Conversation", and manual reopens, which move it.
@Suite struct AnchorTests {
  @Test(arguments: [
    ("start", "1d10:00"), ("activity", "1d12:00"), ("close", nil),
  ])
  func hasADeadlineByItsAnchor(_ anchor: String, _ deadline: String?) {
    let groups = History(
      """
      10:00 customer message chat to=ai
      12:00 agent session_ended chat
      13:00 agent note
      """
    ).groups(rules: "anchor=\(anchor)")
    #expect(groups.conversations[0].deadline?.clock == deadline)
  }

  @Test(arguments: [
    ("start", "1d10:00"), ("activity", "1d12:00"), ("close", "1d11:00"),
  ])
  func countsClosesAsActivityAndTheFirstOneAsTheClose(_ anchor: String, _ deadline: String) {
    let groups = History(
      """
      10:00 customer message chat to=ai
      11:00 agent conversation_closed
      12:00 agent conversation_closed
      """
    ).groups(rules: "anchor=\(anchor)")
    #expect(groups.conversations[0].deadline?.clock == deadline)
  }

  @Test(arguments: [("start", "1d14:00"), ("activity", "1d14:00"), ("close", nil)])
  func restartsTheWindowWithAManualReopen(_ anchor: String, _ deadline: String?) {
    let groups = History(
      """
      10:00 customer message chat to=ai
      11:00 agent conversation_closed
      14:00 agent conversation_reopened
      """
    ).groups(rules: "anchor=\(anchor)")
    #expect(groups.conversations[0].deadline?.clock == deadline)
  }

  @Test(arguments: ["start", "activity", "close"])
  func hasNoDeadlineWithoutAWindow(_ anchor: String) {
    let groups = History(
      """
      10:00 customer message chat to=ai
      11:00 agent conversation_closed
      """
    ).groups(rules: "anchor=\(anchor) window=none")
    #expect(groups.conversations[0].deadline == nil)
  }

  @Test func staysOpenForeverUntilClosedWithAnchorClose() {
    expect(
      """
      10:00 customer message chat to=ai        | c:1 s:1
      50d10:00 customer message chat to=ai     | c:1 s:2
      50d10:30 agent conversation_closed       | c:1
      51d10:29:59.999 customer message chat to=ai | c:1 s:4
      52d10:30 agent conversation_closed       | c:1
      53d10:30 customer message chat to=ai     | c:6 s:6
      """, rules: "anchor=close",
      makes: """
        c:1 10:00-52d10:30 closed, closed 52d10:30/agent, reopened 51d10:29:59.999/customer
          s:1 chat customer 10:00-12:00 inactivity
          s:2 chat customer 50d10:00-50d10:30 closed
          s:4 chat customer 51d10:29:59.999-51d12:29:59.999 inactivity
        c:6 53d10:30-
          s:6 chat customer 53d10:30-
        """)
  }

  @Test func movesTheWindowWithActivity() {
    expect(
      """
      10:00 customer message chat to=ai   | c:1 s:1
      1d09:00 agent session_ended chat    | c:1
      1d09:30 agent note                  | c:1
      2d08:59 customer message chat to=ai | c:1 s:4
      3d08:59 customer message chat to=ai | c:5 s:5
      """, rules: "anchor=activity",
      makes: """
        c:1 10:00-3d08:59 window
          s:1 chat customer 10:00-12:00 inactivity
          s:4 chat customer 2d08:59-2d10:59 inactivity
        c:5 3d08:59-
          s:5 chat customer 3d08:59-
        ! 2 orphan_session_ended
        """)
  }
}

/// `grouping.md`, closing and reopening.
@Suite struct ReopenTests {
  @Test func reopensAClosedConversationByAnExchangeWithinItsWindow() {
    expect(
      """
      10:00 customer message chat to=ai   | c:1 s:1
      10:30 agent conversation_closed     | c:1
      11:00 customer message chat to=ai   | c:1 s:3
      11:30 system conversation_closed    | c:1
      12:00 agent message chat            | c:1 k:5
      12:30 agent conversation_closed     | c:1
      1d10:00 customer message chat to=ai | c:7 s:7
      """,
      makes: """
        c:1 10:00-12:30 closed, closed 11:30/system, closed 12:30/agent, reopened 11:00/customer, reopened 12:00/agent
          s:1 chat customer 10:00-10:30 closed
          s:3 chat customer 11:00-11:30 closed
          k:5 chat outbound 12:00-12:30 closed
        c:7 1d10:00-
          s:7 chat customer 1d10:00-
        """)
  }

  @Test func reopensByControlsAndAnnotationsNever() {
    expect(
      """
      10:00 customer message chat to=ai | c:1 s:1
      10:30 agent conversation_closed   | c:1
      10:31 agent session_ended chat    | c:1
      10:32 agent call_ended chat       | c:1
      10:33 agent note                  | c:1
      """,
      makes: """
        c:1 10:00-10:30 closed
          s:1 chat customer 10:00-10:30 closed
        ! 3 orphan_session_ended
        """)
  }

  @Test func keepsASecondCloseWithoutMovingTheClose() {
    expect(
      """
      10:00 customer message chat to=ai | c:1 s:1
      10:30 agent conversation_closed   | c:1
      10:45 system conversation_closed  | c:1
      """,
      makes: """
        c:1 10:00-10:30 closed, closed 10:45/system
          s:1 chat customer 10:00-10:30 closed
        """)
  }

  @Test func endsTimedOutSessionsBeforeTheClose() {
    expect(
      """
      10:00 customer message chat to=ai | c:1 s:1
      11:00 customer message sms to=ai  | c:1 s:2
      11:30 agent message email         | c:1 k:3
      12:00 agent conversation_closed   | c:1
      """,
      makes: """
        c:1 10:00-12:00 closed
          s:1 chat customer 10:00-12:00 inactivity
          s:2 sms customer 11:00-12:00 closed
          k:3 email outbound 11:30-12:00 closed
        """)
  }

  @Test func closesAtItsOwnInstantAfterTheDeadline() {
    expect(
      """
      10:00 customer message chat to=ai | c:1 s:1
      3d10:00 agent conversation_closed | c:1
      """,
      makes: """
        c:1 10:00-3d10:00 closed
          s:1 chat customer 10:00-12:00 inactivity
        """)
  }

  @Test(arguments: ["agent", "system"])
  func reopensByHandAfterTheWindow(_ actor: String) {
    expect(
      """
      10:00 customer message chat to=ai       | c:1 s:1
      3d10:00 \(actor) conversation_reopened  | c:1
      4d09:59 customer message chat to=ai     | c:1 s:3
      """,
      makes: """
        c:1 10:00-, reopened 3d10:00/\(actor)
          s:1 chat customer 10:00-12:00 inactivity
          s:3 chat customer 4d09:59-
        """)
  }

  @Test func reopensByHandAClosedConversationAfterItsWindow() {
    expect(
      """
      10:00 customer message chat to=ai   | c:1 s:1
      10:30 agent conversation_closed     | c:1
      3d10:00 agent conversation_reopened | c:1
      3d11:00 agent note                  | c:1
      """,
      makes: """
        c:1 10:00-, closed 10:30/agent, reopened 3d10:00/agent
          s:1 chat customer 10:00-10:30 closed
        """)
  }

  @Test func takesAManualReopenOfAnOpenConversationForNone() {
    expect(
      """
      10:00 customer message chat to=ai   | c:1 s:1
      20:00 agent conversation_reopened   | c:1
      1d19:59 customer message chat to=ai | c:1 s:3
      """,
      makes: """
        c:1 10:00-
          s:1 chat customer 10:00-12:00 inactivity
          s:3 chat customer 1d19:59-
        """)
  }

  @Test func takesAManualReopenOfALiveConversationForNoneYetRestartsItsWindow() {
    expect(
      """
      10:00 customer message chat to=ai   | c:1 s:1
      1d09:30 customer message chat to=ai | c:1 s:2
      1d10:30 agent conversation_reopened | c:1
      2d10:29 customer message chat to=ai | c:1 s:4
      """,
      makes: """
        c:1 10:00-
          s:1 chat customer 10:00-12:00 inactivity
          s:2 chat customer 1d09:30-1d11:30 inactivity
          s:4 chat customer 2d10:29-
        """)
  }

  @Test func takesAManualReopenThatCreatesForNoneEvenWithAWindowOfNothing() {
    let history = History("10:00 agent conversation_reopened in=A")
    var rules = Rules()
    rules.window = Length(milliseconds: 0)
    var grouper = Grouper(rules: rules, channels: history.channels)
    var groups = Groups()
    grouper.group(history.events[...], asOf: Instant(clock: "10:00"), into: &groups)
    #expect(groups.conversations.map(\.reopens) == [[]])
    #expect(groups.conversations.map(\.closeReason) == [.window])
  }

  @Test func ordersAReopenBeforeAMessageAtTheSameInstant() {
    expect(
      """
      10:00 customer message chat to=ai   | c:1 s:1
      3d10:00 customer message chat to=ai | c:1 s:3
      3d10:00 agent conversation_reopened | c:1
      """,
      makes: """
        c:1 10:00-, reopened 3d10:00/agent
          s:1 chat customer 10:00-12:00 inactivity
          s:3 chat customer 3d10:00-
        """)
  }
}

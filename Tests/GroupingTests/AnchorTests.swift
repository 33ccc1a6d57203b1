import Testing

/// `guide/rules.md`, "Conversations and their window", and manual reopens, which move it.
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

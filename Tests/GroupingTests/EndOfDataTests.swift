import Testing

/// `guide/rules.md`, "The end of the data".
@Suite struct EndOfDataTests {
  static let history = """
    10:00 customer message chat to=ai    | c:1 s:1
    1d09:00 customer message sms to=team | c:1 k:2
    """

  @Test func leavesLaterEventsOutAndCountsThem() {
    let history = History(EndOfDataTests.history)
    #expect(history.groups(asOf: "1d08:59:59.999").later == 1)
    #expect(history.groups(asOf: "1d08:59:59.999").assignments.count == 1)
    #expect(history.groups(asOf: "1d09:00").later == 0)
    #expect(history.groups(asOf: "09:00").later == 2)
    #expect(history.groups(asOf: "09:00").conversations.isEmpty)
  }

  @Test func appliesTimersThatHaveRunOut() {
    expect(
      "10:00 customer message chat to=ai | c:1 s:1", asOf: "11:59:59.999",
      makes: """
        c:1 10:00-
          s:1 chat customer 10:00-
        """)
    expect(
      "10:00 customer message chat to=ai | c:1 s:1", asOf: "12:00",
      makes: """
        c:1 10:00-
          s:1 chat customer 10:00-12:00 inactivity
        """)
    expect(
      "10:00 agent message chat | c:1 k:1", rules: "contact_timeout=15m", asOf: "10:15",
      makes: """
        c:1 10:00-
          k:1 chat outbound 10:00-10:15 inactivity
        """)
  }

  @Test func retiresWhatIsPastItsWindowAndNotLive() {
    expect(
      EndOfDataTests.history, asOf: "1d10:59:59.999",
      makes: """
        c:1 10:00-
          s:1 chat customer 10:00-12:00 inactivity
          k:2 sms direct 1d09:00-
        """)
    expect(
      EndOfDataTests.history, asOf: "1d11:00",
      makes: """
        c:1 10:00-1d10:00 window
          s:1 chat customer 10:00-12:00 inactivity
          k:2 sms direct 1d09:00-1d09:00 window
        """)
  }

  @Test func retiresAtTheDeadlineItself() {
    expect(
      "10:00 customer message chat to=ai | c:1 s:1", asOf: "1d10:00",
      makes: """
        c:1 10:00-1d10:00 window
          s:1 chat customer 10:00-12:00 inactivity
        """)
  }

  @Test func leavesAClosedConversationAsItIs() {
    expect(
      """
      10:00 customer message chat to=ai | c:1 s:1
      10:01 agent conversation_closed   | c:1
      """, asOf: "9d10:00",
      makes: """
        c:1 10:00-10:01 closed
          s:1 chat customer 10:00-10:01 closed
        """)
  }

  @Test func leavesOpenWhatHasNoDeadline() {
    for rules in ["window=none", "anchor=close"] {
      expect(
        "10:00 customer message chat to=team | c:1 k:1", rules: rules, asOf: "9d10:00",
        makes: """
          c:1 10:00-
            k:1 chat direct 10:00-
          """)
    }
  }

  @Test func retiresEveryConversationNotTheLastOnly() {
    expect(
      """
      10:00 customer message chat to=ai in=A  | A s:1
      10:01 customer message chat to=ai in=B  | B s:2
      20:00 customer message chat to=ai in=C  | C s:3
      """, asOf: "1d10:01",
      makes: """
        A 10:00-1d10:00 window
          s:1 chat customer 10:00-12:00 inactivity
        B 10:01-1d10:01 window
          s:2 chat customer 10:01-12:01 inactivity
        C 20:00-
          s:3 chat customer 20:00-22:00 inactivity
        """)
  }

  @Test func makesNothingOfNoEvents() {
    let groups = History("").groups(asOf: "10:00")
    #expect(groups.conversations.isEmpty && groups.assignments.isEmpty && groups.later == 0)
  }
}

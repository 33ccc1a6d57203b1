import Testing

@Suite struct WorkedExampleTests {
  @Test func groupsTheWorkedExample() {
    expect(
      """
      10:00 customer message chat     | c:1 s:1
      10:01 ai message chat           | c:1 s:1
      10:15 customer message chat     | c:1 s:1
      17:00 customer message chat     | c:1 s:4
      17:01 ai message chat           | c:1 s:4
      17:10 ai handoff chat           | c:1 k:6
      17:12 agent message chat        | c:1 k:6
      17:25 agent conversation_closed | c:1
      """,
      makes: """
        c:1 10:00-17:25 closed
          s:1 chat customer 10:00-12:15 inactivity
          s:4 chat customer 17:00-17:10 handoff
          k:6 chat handoff 17:10-17:25 closed
        """)
  }

  @Test func explainsTheWorkedExample() {
    let groups = History(
      """
      10:00 customer message chat
      10:15 ai message chat
      17:00 customer message chat to=ai
      17:10 ai handoff chat
      17:12 agent message chat as=kim
      17:25 agent conversation_closed
      """
    ).groups()
    #expect(groups.conversations[0].openRule == .first)
    #expect(groups.conversations[0].deadline?.clock == "1d10:00")
    #expect(groups.sessions.map(\.closer) == [nil, 3])
    #expect(groups.sessions.map(\.contact) == [nil, 0])
    #expect(groups.sessions.map(\.outcome.rawValue) == ["ended in AI", "handed off"])
    #expect(groups.contacts.map(\.session) == [1])
    #expect(groups.contacts.map(\.closer) == [5])
    #expect(groups.contacts.map(\.firstReplyAt?.clock) == ["17:12"])
  }
}

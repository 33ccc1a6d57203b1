import Testing
import Timelines

/// Every boundary says why it is where it is.
@Suite struct BoundaryTests {
  @Test func tellsWorkedExample() throws {
    var history = History()
    history.add(
      "2026-05-04T10:00:00Z", "message", "customer",
      ["to": "ai", "text": "Hello", "customer_name": "Josephine Adeyemi"])
    history.add("2026-05-04T10:15:00Z", "message", "customer", ["to": "ai", "text": "Later"])
    history.add("2026-05-04T17:00:00Z", "message", "customer", ["to": "ai", "text": "Back"])
    history.add("2026-05-04T17:10:00Z", "handoff", "ai")
    history.add("2026-05-04T17:25:00Z", "conversation_closed", "agent", ["actor_name": "Alma Teague"])
    #expect(
      try history.pages()[0].thread
        == [
          "Conversation 1", "Mon 4 May 2026, 10:00 to 17:25",
          "Chat · 7 h 25 min · 2 AI sessions, 1 contact · 3 messages",
          "10:00 Conversation opened. Its window ends at 10:00 tomorrow.",
          "AI session 1", "10:00 to 12:15 · 15 min active, 2 h waiting · no reply by the AI · 2 messages",
          "10:00 Josephine Adeyemi , customer Hello", "10:15 Josephine Adeyemi , customer Later", "No activity for 2 h",
          "12:15 Session 1 closed: 2 h without activity.",
          "4 h 45 min with no session or contact. The conversation stays open.",
          "AI session 2", "17:00 to 17:10 · 0 s active, 10 min waiting · no reply by the AI · 1 message",
          "17:00 Josephine Adeyemi , customer Back",
          "17:10 Handed off to the team. Session 2 ends and Contact 1 begins.",
          "Contact 1", "17:10 to 17:25 · after a hand-off · no reply · 0 messages",
          "17:25 Contact 1 finished. Conversation closed by Alma Teague, 16 h 35 min before its window ended.",
        ].map(noBreak))
  }

  @Test func tellsReopeningAndSecondClose() throws {
    var history = History()
    history.add("2026-05-04T10:00:00Z", "message", "customer", ["to": "team", "text": "Hello"])
    history.add("2026-05-04T11:00:00Z", "conversation_closed", "agent", ["actor_name": "Dana"])
    history.add("2026-05-04T12:00:00Z", "message", "customer", ["to": "team", "text": "Still there?"])
    history.add("2026-05-04T13:00:00Z", "conversation_closed", "agent", ["actor_name": "Dana"])
    history.add("2026-05-04T13:30:00Z", "conversation_closed", "system")
    history.add("2026-05-04T14:00:00Z", "conversation_reopened", "agent", ["actor_name": "Eli"])
    history.add("2026-05-05T15:00:00Z", "conversation_closed", "agent", ["actor_name": "Eli"])
    expect(
      try history.pages()[0],
      says: [
        "11:00 Contact 1 finished. Conversation closed by Dana, 23 h before its window ended.",
        "12:00 Reopened: the customer wrote again.",
        "13:00 Contact 2 finished. Conversation closed by Dana, 21 h before its window ended.",
        "13:30 Closed again by the platform; the first close counts.",
        "14:00 Reopened by Eli. The window begins anew and ends at 14:00 tomorrow.",
        "15:00 Conversation closed by Eli, 1 h after its window had ended.",
      ])
  }

  @Test func tellsDayOfWindowThatRanOutBeforeTheLastEvent() throws {
    var history = History()
    history.add("2026-05-04T10:00:00Z", "message", "customer", ["to": "team", "text": "Hello"])
    history.add("2026-05-08T09:00:00Z", "contact_ended", "agent")
    history.add("2026-05-09T09:00:00Z", "message", "customer", ["to": "team", "text": "Hello again"])
    expect(
      try history.pages()[0],
      says: [
        "09:00 Conversation ended: its 24 h window had run out at 10:00 on Tue 5 May, before this exchange was over."
      ])
  }

  @Test func tellsWindowThatRanOutAndTheNext() throws {
    var history = History()
    history.add("2026-05-04T10:00:00Z", "message", "customer", ["to": "ai", "text": "Hello"])
    history.add("2026-05-06T09:00:00Z", "message", "customer", ["to": "ai", "text": "Hello again"])
    expect(
      try history.pages()[0],
      says: [
        "12:00 Session 1 closed: 2 h without activity. No contact followed.",
        "10:00 Conversation ended: its 24 h window ran out. A message after this would open a new one.",
        "09:00 Conversation opened: the window of the one before had closed (10:00 on Tue 5 May). "
          + "Its window ends at 09:00 tomorrow.",
        "Session 1 is still open.", "Still open. Its window ends at 09:00 tomorrow.",
      ])
  }

  @Test func tellsRulesInForce() throws {
    var history = History()
    history.add("2026-05-04T10:00:00Z", "message", "customer", ["to": "ai", "text": "Hello"])
    history.add("2026-05-04T12:00:00Z", "conversation_closed", "agent", ["actor_name": "Dana"])
    let byClose = try history.pages(rules: [("anchor", "close"), ("session_timeout", "30m")])[0]
    expect(
      byClose,
      says: [
        "10:00 Conversation opened. It stays open until it is closed, and 24 h longer it can be reopened.",
        "10:30 Session 1 closed: 30 min without activity. No contact followed.",
        "12:00 Conversation closed by Dana. Until 12:00 tomorrow it could be reopened.",
      ])
    #expect(byClose.foot.contains(noBreak("Rules in force: 24 h window, 30 min timeout.")))
    let byActivity = try history.pages(rules: [("anchor", "activity"), ("window", "48h")])[0]
    expect(byActivity, says: ["10:00 Conversation opened. Its window ends 2 days after its last activity."])
    let unlimited = try history.pages(rules: [("window", "none")])[0]
    expect(unlimited, says: ["10:00 Conversation opened. It has no window: it stays open until it is closed."])
  }

  @Test func tellsHowContactsBeginAndEnd() throws {
    var history = History()
    history.add("2026-05-04T10:00:00Z", "message", "customer", ["to": "ai", "text": "Hello"])
    history.add("2026-05-04T10:05:00Z", "message", "agent", ["text": "Hi", "actor_name": "Dana"])
    history.add("2026-05-04T10:06:00Z", "handoff", "ai")
    history.add("2026-05-04T10:10:00Z", "contact_ended", "agent", ["actor_name": "Dana"])
    history.add("2026-05-04T10:20:00Z", "contact_started", "system", channel: "voice")
    history.add("2026-05-04T10:30:00Z", "call_ended", "customer", channel: "voice")
    history.add("2026-05-04T10:40:00Z", "session_ended", "system")
    history.add("2026-05-04T10:50:00Z", "handoff", "ai", channel: "sms")
    history.add("2026-05-04T10:55:00Z", "message", "customer", channel: "sms", ["to": "ai", "text": "Bot?"])
    expect(
      try history.pages()[0],
      says: [
        "10:05 Taken over by Dana. Session 1 ends and Contact 1 begins.",
        "10:06 Handed off to the team again; Contact 1 was open already.",
        "10:10 Contact 1 ended by Dana.",
        "10:20 Contact 2 begins: the export says so.",
        "10:30 Contact 2 ended with the call.",
        "10:40 The export ends a session here, but none was open on this channel.",
        "10:50 Handed off to the team, with no session to end. Contact 3 begins.",
        "10:50 Contact 3 lapsed: the exchange went on with the AI.",
      ])
  }

  @Test func marksLongWaitForFirstReply() throws {
    var history = History()
    history.add("2026-05-04T10:00:00Z", "message", "customer", ["to": "team", "text": "Hello"])
    history.add("2026-05-04T10:20:00Z", "message", "customer", ["to": "team", "text": "Anybody?"])
    history.add("2026-05-04T10:52:00Z", "message", "agent", ["text": "Here", "actor_name": "Dana"])
    let thread = try history.pages()[0].thread
    let wait = try #require(thread.firstIndex(of: noBreak("52 min until the first reply by the team")))
    #expect(thread[wait - 1].contains("Anybody?") && thread[wait + 1].contains("Here"))
  }

  @Test func explainsWhatGoesToNoConversation() throws {
    var history = History()
    history.add("2026-05-04T09:00:00Z", "note", "agent", ["text": "Before anything", "actor_name": "Dana"])
    history.add("2026-05-04T09:30:00Z", "conversation_closed", "system")
    let page = try history.pages()[0]
    expect(
      page,
      says: [
        "Not in any conversation", "09:00 Note by Dana Before anything",
        "09:30 The export closes a conversation, but there was none.",
      ])
    #expect(page.lede.contains("No <a") && page.picture.isEmpty)
    #expect(page.ids.filter { $0.hasPrefix("e-") }.count == 2)
  }
}

/// The lines stand in the thread, in this order.
private func expect(
  _ page: RenderedPage, says lines: [String], sourceLocation: SourceLocation = #_sourceLocation
) {
  var rest = page.thread[...]
  for line in lines.map(noBreak) {
    guard let found = rest.firstIndex(of: line) else {
      let thread = page.thread.joined(separator: "\n")
      Issue.record("missing, or not in this place: \(line)\n\(thread)", sourceLocation: sourceLocation)
      return
    }
    rest = rest[(found + 1)...]
  }
}

/// With a no-break space between a number and its unit, as pages have it.
private func noBreak(_ text: String) -> String {
  text.replacing(#/(\d) (h|min|s|days|day)\b/#) { "\($0.1)\u{A0}\($0.2)" }.replacing(#/(h) (\d)/#) { "\($0.1) \($0.2)" }
}

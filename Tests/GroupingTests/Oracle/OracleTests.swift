import Events
import Grouping
import Testing
import Time

/// What the oracle itself is held to: the contract's example, and single sentences of it.
@Suite struct OracleTests {
  @Test func findsTheWorkedExample() {
    let groups = group(
      [
        event("m1", "10:00", .message, .customer), event("m2", "10:01", .message, .ai),
        event("m3", "10:15", .message, .customer), event("m4", "17:00", .message, .customer),
        event("m5", "17:01", .message, .ai), event("m6", "17:10", .handoff, .ai),
        event("m7", "17:25", .conversationClosed, .agent),
      ])
    #expect(groups.conversations.map { [$0.startedAt, $0.closedAt] } == [[minute("10:00"), minute("17:25")]])
    #expect(groups.conversations.map(\.closeReason) == ["closed"])
    #expect(
      groups.sessions.map { [$0.startedAt, $0.endedAt] } == [
        [minute("10:00"), minute("12:15")], [minute("17:00"), minute("17:10")],
      ])
    #expect(groups.sessions.map(\.endReason) == ["inactivity", "handoff"])
    #expect(groups.contacts.map { [$0.startedAt, $0.endedAt] } == [[minute("17:10"), minute("17:25")]])
    #expect(groups.contacts.map(\.endReason) == ["closed"])
    #expect(groups.contacts.map(\.origin) == ["handoff"])
  }

  @Test(arguments: [("12:14", 1), ("12:15", 2)]) func endsASessionExactlyAtItsTimeout(at: String, sessions: Int) {
    let groups = group([event("a", "10:15", .message, .ai), event("b", at, .message, .ai)])
    #expect(groups.sessions.count == sessions)
  }

  @Test func keepsTheLaterOfTwoRecordsWithOneID() {
    var later = event("a", "10:00", .message, .agent)
    later.place = 1
    let groups = group([later, event("a", "10:00", .message, .ai)])
    #expect(groups.sessions.isEmpty)
    #expect(groups.contacts.map(\.id) == ["k:a"])
  }

  @Test func ordersTiesByRankThenBytesOfID() {
    let tied: [OracleEvent] = [
      event("z", "10:00", .conversationReopened, .agent), event("y", "10:00", .message, .customer),
      event("x", "10:00", .message, .ai), event("v", "10:00", .contactStarted, .agent),
      event("w", "10:00", .handoff, .ai), event("u", "10:00", .message, .agent),
      event("s", "10:00", .conversationReopened, .ai), event("t", "10:00", .message, .system),
      event("q", "10:00", .callEnded, .system), event("r", "10:00", .contactEnded, .agent),
      event("p", "10:00", .sessionEnded, .ai), event("o", "10:00", .conversationClosed, .agent),
    ]
    #expect(OracleOrder.sort(tied.reversed()) == tied)
  }

  @Test func drawsEveryKindOfGroupAndEnd() {
    let all = (0..<2_000).map { OracleGenerator.history(seed: $0) }.flatMap { history in
      history.parties.map { history.oracle($0) }
    }
    #expect(Set(all.flatMap(\.sessions).map(\.endReason)) == ["inactivity", "handoff", "ended", "closed", nil])
    #expect(
      Set(all.flatMap(\.contacts).map(\.endReason)) == ["ended", "closed", "inactivity", "lapsed", "window", nil])
    #expect(Set(all.flatMap(\.contacts).map(\.origin)) == ["handoff", "direct", "outbound"])
    #expect(Set(all.flatMap(\.sessions).map(\.origin)) == ["customer", "ai"])
    #expect(Set(all.flatMap(\.conversations).map(\.closeReason)) == ["closed", "window", nil])
    #expect(
      Set(all.flatMap(\.anomalies).map(\.anomaly)) == [
        "orphan_session_ended", "orphan_contact_ended", "orphan_call_ended", "orphan_conversation_closed",
        "orphan_conversation_reopened", "handoff_within_contact", "handoff_without_session",
      ])
    #expect(all.contains { $0.conversations.contains { $0.reopens.count > 1 } })
    #expect(all.contains { $0.later > 0 })
  }
}

extension OracleTests {
  private func group(_ events: [OracleEvent], asOf: String = "18:00") -> OracleGroups {
    Oracle.group(events.reversed(), rules: Rules(), asOf: minute(asOf))
  }

  private func event(_ id: String, _ clock: String, _ kind: EventKind, _ actor: Actor) -> OracleEvent {
    OracleEvent(id: id, at: minute(clock), kind: kind, actor: actor, channel: "chat")
  }

  /// A clock's reading as milliseconds since 1970.
  private func minute(_ clock: String) -> Int64 {
    Instant("2026-05-04T\(clock):00Z")?.milliseconds ?? 0
  }
}

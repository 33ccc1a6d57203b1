import TestSupport
import Testing
import Time

@testable import Events

@Suite struct OrderTests {
  private func line(_ id: String, _ kind: String, _ actor: String, at: String = "10:00:00", customer: String = "c")
    -> String
  {
    #"{"id":"\#(id)","customer":"\#(customer)","at":"2026-01-01T\#(at)Z","kind":"\#(kind)","actor":"\#(actor)"}"#
  }

  /// The ranks of `guide/rules.md`, two of a rank ordered by id.
  private var oneInstant: [String] {
    [
      line("z01", "conversation_reopened", "agent"), line("z02", "conversation_reopened", "system"),
      line("y01", "message", "customer"), line("x01", "message", "ai"), line("w01", "handoff", "customer"),
      line("w02", "contact_started", "agent"), line("v01", "message", "agent"),
      line("u01", "conversation_reopened", "customer"), line("u02", "note", "agent"), line("u03", "message", "system"),
      line("u04", "conversation_reopened", "ai"), line("t01", "call_ended", "agent"),
      line("t02", "contact_ended", "ai"), line("s01", "session_ended", "ai"),
      line("r01", "conversation_closed", "agent"),
    ]
  }

  @Test func ordersOneInstantByRankThenID() throws {
    let expected = try read(["data/events.jsonl": oneInstant.joined(separator: "\n")])
    #expect(expected.events.map { expected.id(of: $0) } == oneInstant.map { String($0.dropFirst(7).prefix(3)) })
  }

  @Test func ordersIDsAsBytes() throws {
    let ids = ["", "-", "1", "10", "2", "A", "_", "a", "a#", "aa", "é", "😀"].dropFirst()
    let store = try read(["data/events.jsonl": ids.reversed().map { line($0, "note", "ai") }.joined(separator: "\n")])
    #expect(store.events.map { store.id(of: $0) } == Array(ids))
  }

  @Test func ordersPartiesByBrandThenCustomerAsBytes() throws {
    let customers = ["", "-x", "1", "10", "12345678", "123456789", "12345678é", "2", "Zoe", "_", "ann", "é"].dropFirst()
    let lines = ["", "B", "a"].flatMap { brand in
      customers.map { line("i", "note", "ai", customer: $0).dropLast() + #","brand":"\#(brand)"}"# }
    }
    let store = try read(["data/events.jsonl": lines.reversed().joined(separator: "\n")])
    let expected = ["", "B", "a"].flatMap { brand in customers.map { "\(brand)/\($0)" } }
    #expect(store.parties.map { "\(store.name($0.brand))/\(store.name($0.customer))" } == expected)
  }

  @Test(arguments: 1...5)
  func makesNoDifferenceHowLinesAreShuffled(seed: UInt64) throws {
    var random = SeededNumbers(seed: seed)
    let lines =
      (0..<60).map { i in
        line("i\(i)", i % 3 == 0 ? "note" : "message", "ai", at: "10:0\(i % 4):00", customer: "c\(i % 5)")
      } + oneInstant
    let expected = try read(["data/events.jsonl": lines.joined(separator: "\n")]).listing
    let shuffled = lines.shuffled(using: &random)
    let files = ["data/a/events.jsonl": shuffled[..<30], "data/b/events.jsonl": shuffled[30...]]
    #expect(try read(files.mapValues { $0.joined(separator: "\n") }).listing == expected, "seed \(seed)")
  }

  @Test func knowsTheLatestInstantAndTheOneOfAnotherRecordBeforeIt() throws {
    let call =
      #"{"id":"i","customerId":"c","timestamp":"2026-05-04T10:00:00Z","content":{"type":"PHONE_CALL","#
      + #""completedAt":"2026-05-04T11:00:00Z"}}"#
    let note = #"{"id":"n","customerId":"d","timestamp":"2026-05-01T10:00:00Z","content":{"type":"TASK"}}"#
    let store = try items(call, note)
    #expect(store.latest == Instant("2026-05-04T11:00:00Z"))
    #expect(store.secondLatest == Instant("2026-05-01T10:00:00Z"))
    #expect(store.latestGap == .hours(73))
    #expect(try items(note).secondLatest == nil)
  }
}

import Testing

@testable import Events

@Suite struct EventIDsTests {
  private func line(_ id: String, customer: String = "c", kind: String = "message", second: Int = 0) -> String {
    #"{"id":\#(id),"customer":"\#(customer)","at":"2026-01-01T10:00:\#(second + 10)Z","kind":"\#(kind)","actor":"ai"}"#
  }

  private func text(_ count: Int) -> String { String(repeating: "x", count: count - 1) + "\(count % 10)" }

  @Test(arguments: [false, true])
  func keepsIDsOfAnyLength(spills: Bool) throws {
    let ids = [1, 2, 7, 8, 9, 15, 16, 17, 65_534, 65_535, 65_536, 70_000].map(text)
    let lines = ids.enumerated().flatMap { index, id in
      [line("\"\(id)\"", customer: "a", second: index), line("\"\(id)\"", customer: "b", second: 20 - index)]
    }
    let bytes = Array(lines.joined(separator: "\n").utf8)
    let store = try read(bytes: ["data/events.jsonl": bytes], jobs: 2, partSize: 50_000, rangeSize: 900, spills: spills)
    #expect(store.events(of: store.parties[0]).map { store.id(of: $0) } == ids)
    #expect(store.events(of: store.parties[1]).map { store.id(of: $0) } == ids.reversed())
    #expect(store.summary.duplicates == 0)
  }

  @Test func keepsIDsAsTheyReadAndComparesThemSo() throws {
    let store = try neutral(
      line(#""caf\u00e9""#), line("\"café\""), line("17"), line(#""17""#), line(#""b\"\\""#, second: 1))
    #expect(store.events.map { store.id(of: $0) } == ["17", "café", "b\"\\"])
    #expect(store.summary.duplicates == 2)
  }

  @Test func tellsTheIDOfADroppedRecord() throws {
    let id = text(70_000)
    let store = try neutral(line("\"\(id)\""), line("\"\(id)\"", kind: "note"))
    #expect(store.events.map { store.id(of: $0) } == [id])
    #expect(store.summary.warnings.first?.hasPrefix("data/events.jsonl:2: `\(id)` restates") == true)
  }

  @Test func ordersIDsThatTellMoreOfTheirCallsBytewise() throws {
    let call = #""customerId":"c","timestamp":"2026-01-01T10:00:00Z","content":{"type":"PHONE_CALL","#
    let times = #""startedAt":"2026-01-01T10:00:00Z","answeredAt":"2026-01-01T10:01:00Z","#
    let end = #""completedAt":"2026-01-01T10:02:00Z"},"initiator":{"type":"CUSTOMER","id":"c"}}"#
    let store = try items(#"{"id":"k\u0031","# + call + times + end, #"{"id":"k0","# + call + times + end)
    #expect(
      store.events.map { store.id(of: $0) } == ["k0", "k1", "k0#answered", "k1#answered", "k0#ended", "k1#ended"])
  }
}

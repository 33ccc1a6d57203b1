import Testing
import Time

@testable import Events

/// Reading without some customers comes to what reading files without their records comes to.
@Suite struct OmissionTests {
  /// Some customers, at two brands, with duplicates and restated records.
  private static func lines(without customers: Set<String> = []) -> String {
    (0..<600).filter { !customers.contains("c\($0 % 23)") }.map { i in
      #"{"id":"i\#(i % 500)","customer":"c\#(i % 23)","brand":"\#(i % 46 < 23 ? "acme" : "")","#
        + #""at":"2026-01-0\#(1 + i % 9)T10:00:00Z","kind":"message","actor":"customer","conversation":"v\#(i % 30)","#
        + #""customer_email":"c\#(i % 23)@mail.example","text":"\#(i % 7)"}"# + "\n"
    }.joined()
  }

  private static let bare: EventStore? = try? read(["data/events.jsonl": lines(without: ["c3", "c17"])])

  private static func told(_ store: EventStore) -> [String] {
    store.listing + store.parties.map { "\(store.customer(of: $0))" }
      + ["\(store.summary.restated) \(store.summary.duplicates) \(String(describing: store.latest))"]
  }

  @Test(arguments: [false, true], [1, 3])
  func leavesCustomersOut(spills: Bool, jobs: Int) throws {
    let omission = Omission(readsPeople: spills) { ["c3", "c17"].contains($0.id) }
    let store = try read(
      bytes: ["data/events.jsonl": Array(OmissionTests.lines().utf8)], jobs: jobs, partSize: 9000, rangeSize: 9000,
      spills: spills, omitting: omission)
    #expect(OmissionTests.told(store) == OmissionTests.told(try #require(OmissionTests.bare)))
    #expect(store.omitted.map(\.person.id).sorted() == ["c17", "c17", "c3", "c3"])
    #expect(store.summary.omittedCustomers == 4)
    let all = try read(["data/events.jsonl": OmissionTests.lines()])
    #expect(store.summary.events + store.summary.omittedEvents == all.events.count)
  }

  @Test func leavesOutWhoHasAnAddressThatEventsTell() throws {
    let store = try read(
      bytes: ["data/events.jsonl": Array(OmissionTests.lines().utf8)],
      omitting: Omission(readsPeople: true) { ["c3@mail.example", "c17@mail.example"].contains($0.emails.first) })
    #expect(OmissionTests.told(store) == OmissionTests.told(try #require(OmissionTests.bare)))
  }

  @Test func leavesOutWhoHasANumberInTheCustomersFile() throws {
    let files = [
      "data/customers.jsonl":
        #"{"id":"zz","name":"Zed","phoneNumbers":["+1 212 555 0100"],"phones":["+1 212 555 0100"]}"#,
      "data/conversation_items.jsonl": "",
      "data/events.jsonl": goodLine + "\n" + goodLine.replacing("zz", with: "aa").replacing("good", with: "g2"),
    ]
    let store = try read(
      bytes: files.mapValues { Array($0.utf8) }, omitting: Omission(readsPeople: true) { $0.name == "Zed" })
    #expect(store.parties.map { store.name($0.customer) } == ["aa"])
    #expect(store.omitted.map(\.person.name) == ["Zed"])
  }

  @Test func leavesEveryoneOut() throws {
    let store = try read(
      bytes: ["data/events.jsonl": Array(goodLine.utf8)], omitting: Omission(readsPeople: false) { _ in true })
    #expect(store.parties.isEmpty && store.events.isEmpty && store.latest == nil)
  }
}

import Files
import Testing

@testable import Events

@Suite struct PlanTests {
  private let item =
    #"{"id":"i","customerId":"c","timestamp":"2026-05-04T10:00:00Z","content":{"type":"SMS"}}"#

  @Test func findsKnownNamesAtAnyDepthInByteOrder() throws {
    let store = try read([
      "data/conversation_items.jsonl": item, "data/2026-01/b/events-2.jsonl": goodLine, "data/2026-01/events.csv": "",
      "data/B/topics.jsonl": "", "data/agents.jsonl": "", "data/customers.jsonl": "", "data/events_x.csv": "",
      "data/readme.txt": "", "data/my_events.jsonl": "", "data/x/conversation_items_2.jsonl": "",
      "data/Agents.jsonl": "",
      "data/events.json": "", "data/events": "", "data/customers.csv": "",
    ])
    #expect(
      store.summary.files.map(\.path) == [
        "data/2026-01/b/events-2.jsonl", "data/2026-01/events.csv", "data/B/topics.jsonl", "data/agents.jsonl",
        "data/conversation_items.jsonl", "data/customers.jsonl", "data/events_x.csv",
      ])
    #expect(
      store.summary.warnings == [
        "7 files in `data` ignored, the name is none that is read: Agents.jsonl, customers.csv, events, events.json, "
          + "my_events.jsonl, … (2 more)"
      ])
  }

  @Test func readsAFileGivenByNameByItsExtension() throws {
    let files = ["x/anything.jsonl": goodLine, "x/conversation_items.jsonl": item, "x/log.csv": "id,customer\n"]
    let store = try read(files, files.keys.sorted().map { DataEntry(path: $0) })
    #expect(store.summary.files.map(\.path) == ["anything.jsonl", "conversation_items.jsonl", "log.csv"])
    #expect(store.events.count == 2)
  }

  @Test func tellsTheSyntaxOfAFileOfAnyNameByItsFirstCharacter() throws {
    let csv = "id,customer,at,kind,actor\ntwo,c,2026-01-01T00:00:00Z,message,customer\n"
    let store = try read(
      ["x/log.txt": "\u{FEFF} \n" + goodLine, "x/TABLE": csv],
      [DataEntry(path: "x/log.txt"), DataEntry(path: "x/TABLE")])
    #expect(store.summary.rejected.isEmpty)
    #expect(store.events.count == 2)
  }

  @Test func keepsTheOrderOfTheEntries() throws {
    let store = try read(
      [
        "b/events.jsonl": goodLine.dropLast() + #","text":"b"}"#,
        "a/events.jsonl": goodLine.dropLast() + #","text":"a"}"#,
      ],
      [DataEntry(path: "b/"), DataEntry(path: "a")])
    #expect(store.summary.files.map(\.path) == ["b/events.jsonl", "a/events.jsonl"])
    #expect(store.text(of: "good") == "a")
  }

  @Test(arguments: [
    ("nowhere", ExportError.missingPath("nowhere")), ("data", .noKnownFile(folder: "data", mapped: false)),
    ("empty/events.jsonl", .noEvent(records: 0, rejected: 0, firstReason: nil)),
    ("bad/events.jsonl", .noEvent(records: 2, rejected: 2, firstReason: "not a JSON object")),
    ("people/customers.jsonl", .noEvent(records: 1, rejected: 0, firstReason: nil)),
    ("broken/events.jsonl.gz", .corruptGzip(path: "broken/events.jsonl.gz", offset: 2)),
  ])
  func failsWithoutAnythingToRead(path: String, error: ExportError) {
    let files = [
      "data/a.txt": "x", "data/a.txt.gz": "x", "empty/events.jsonl": "\n", "bad/events.jsonl": "1\n{\n",
      "people/customers.jsonl": #"{"id":"c"}"#, "broken/events.jsonl.gz": goodLine,
    ]
    #expect(throws: error) { try read(files, [DataEntry(path: path)]) }
  }

  @Test(arguments: [
    (ExportError.missingPath("x"), "error: no file or folder `x`\n= help: check the path of the data"),
    (
      .noKnownFile(folder: "x", mapped: false),
      """
      error: no export file in `x`, at any depth
      = help: looked for conversation_items.jsonl, customers.jsonl, agents.jsonl, topics.jsonl, events*.jsonl and \
      events*.csv; any may end in .gz
      """
    ),
    (
      .noEvent(records: 2, rejected: 2, firstReason: "unknown actor"),
      """
      error: no event in the data: 2 records, 2 rejected, the first for `unknown actor`
      = help: look at the first record that was rejected; other names of fields need a mapping under `data`
      """
    ),
    (
      .corruptGzip(path: "x.gz", offset: 12),
      "error: `x.gz` is not a whole gzip stream: it breaks at byte 12\n= help: copy or export the file again"
    ),
    (
      .unknownField("costumer", path: "x"),
      """
      error: unknown field `costumer` in the mapping of `x`
      = help: did you mean `customer`? the fields are id, customer, at, kind, actor, channel, actor_id, actor_name, \
      brand, conversation, to, text, subject, topics, customer_name, customer_email
      """
    ),
  ])
  func wordsErrors(error: ExportError, text: String) {
    #expect(error.diagnostic.description == text)
  }
}

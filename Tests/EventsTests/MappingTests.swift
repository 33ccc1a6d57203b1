import Testing

@testable import Events
@testable import Time

@Suite struct MappingTests {
  private let columns = ["id": "msg", "customer": "user.id", "at": "meta.sent.at", "kind": "what", "actor": "who"]

  @Test func readsDottedPathsAndForeignValues() throws {
    let entry = DataEntry(
      path: "data", brand: "Acme", columns: columns.merging(["text": "body", "conversation": "msg"]) { $1 },
      values: [
        "actor": ["bot": "ai", "1": "agent", "true": "customer"], "kind": ["": "message", "bye": "session_ended"],
      ])
    let store = try read(
      [
        "data/any.jsonl": [
          #"{"msg":"1","user":{"id":5},"meta":{"sent":{"at":"2026-01-01T00:00:00Z"}},"who":"bot","body":"t","brand":"no"}"#,
          #"{"msg":2,"user":{"id":"5"},"meta":{"sent":{"at":"2026-01-01T00:00:01Z"}},"who":1,"what":"message"}"#,
          #"{"msg":3,"user":{"id":"5"},"meta":{"sent":{"at":"2026-01-01T00:00:02Z"}},"who":true,"what":"bye"}"#,
          #"{"msg":4,"user":{"id":"5"},"meta":{"sent":{"at":"2026-01-01T00:00:02Z"}},"who":false,"what":"bye"}"#,
          #"{"msg":5,"user":5,"meta":{"sent":{"at":"2026-01-01T00:00:02Z"}},"who":"bot","what":"bye"}"#,
        ].joined(separator: "\n")
      ], [entry])
    #expect(
      store.listing == [
        "Acme/5 1 2026-01-01T00:00:00.000Z message ai in=1", "Acme/5 2 2026-01-01T00:00:01.000Z message agent in=2",
        "Acme/5 3 2026-01-01T00:00:02.000Z session_ended customer in=3",
      ])
    #expect(store.summary.rejected.map(\.reason) == ["wrong type: actor", "missing field: customer"])
    #expect(store.text(of: "1") == "t")
  }

  @Test func forgetsAnEarlierObjectOfTheSameKey() throws {
    let store = try read(
      [
        "data/x.jsonl": goodLine + "\n"
          + #"{"id":"a","user":{"id":"c"},"user":{"x":1},"at":"2026-01-01T00:00:00Z","kind":"note","actor":"ai"}"#
          + "\n" + goodLine.replacing("\"customer\":\"zz\"", with: #""user":{"id":"u"},"user":{"id":"v"}"#)
      ], [DataEntry(path: "data", columns: ["customer": "user.id"])])
    #expect(store.summary.rejected.map(\.reason) == ["missing field: customer", "missing field: customer"])
    #expect(store.listing == ["/v good 2026-01-01T00:00:00.000Z message customer"])
  }

  @Test func readsAMappedCSVInItsZone() throws {
    let zone = Zone(name: "Test/East", starts: [.min], offsets: [3600])
    let store = try read(
      [
        "data/log.csv":
          "No,Who,When,Role,Kind\n1,c,2026-01-01 12:00:00,user,message\n2,c,2026-01-01 12:00:00Z,user,message\n"
      ],
      [
        DataEntry(
          path: "data", columns: ["id": "No", "customer": "Who", "at": "When", "kind": "Kind", "actor": "Role"],
          values: ["actor": ["user": "customer"]], zone: zone)
      ])
    #expect(
      store.listing == [
        "/c 1 2026-01-01T11:00:00.000Z message customer", "/c 2 2026-01-01T12:00:00.000Z message customer",
      ])
  }

  @Test func rejectsInstantsOutsideTheYearsWithAndWithoutOffsetInAZone() throws {
    let zone = Zone(name: "Test/West", starts: [.min], offsets: [-3600])
    let times = [
      "9999-12-31T23:30:00-01:00", "9999-12-31T23:30:00", "0000-01-01T00:30:00+01:00", "9999-12-31T22:30:00",
    ]
    let rows = times.enumerated().map { "\($0.offset),c,\($0.element),note,ai\n" }
    let store = try read(
      ["data/events.csv": "id,customer,at,kind,actor\n" + rows.joined()], [DataEntry(path: "data", zone: zone)])
    #expect(store.summary.rejected.map(\.line) == [2, 3, 4])
    #expect(Set(store.summary.rejected.map(\.reason)) == ["unreadable instant: at"])
    #expect(store.listing == ["/c 3 9999-12-31T23:30:00.000Z note ai"])
  }

  @Test func readsNoneWhereTheColumnIsEmpty() throws {
    let store = try read(
      ["data/x.jsonl": goodLine.dropLast() + #","conversation":"k"}"#],
      [DataEntry(path: "data", columns: ["conversation": ""])])
    #expect(store.events[0].conversation == 0)
  }

  @Test func refusesUnknownFields() {
    #expect(throws: ExportError.unknownField("costumer", path: "data")) {
      try read(["data/x.csv": "a"], [DataEntry(path: "data", columns: ["costumer": "a"])])
    }
    #expect(throws: ExportError.unknownField("kinds", path: "data")) {
      try read(["data/x.csv": "a"], [DataEntry(path: "data", values: ["kinds": [:]])])
    }
  }
}

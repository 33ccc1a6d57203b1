import Testing
import Time

@testable import Events

@Suite struct NeutralTests {
  @Test func readsEveryField() throws {
    let store = try neutral(
      #"{"id":"m1","customer":"c1","at":"2026-05-04T12:00:00.123456+02:00","kind":"message","actor":"customer","#
        + #""channel":"chat","actor_id":"c1","brand":"Acme","conversation":"k9","to":"ai","text":"Hi \u00e9\n","#
        + #""subject":"S","topics":["t1",2],"customer_name":"Ada","customer_email":"ada@x.example"}"#)
    #expect(
      store.listing == ["Acme/c1 m1 2026-05-04T10:00:00.123Z message customer by=c1 on=chat in=k9 to=ai"])
    let details = store.details(of: "m1")
    #expect(String(decoding: details.text, as: UTF8.self) == "Hi é\n")
    #expect(String(decoding: details.subject, as: UTF8.self) == "S")
    #expect(String(decoding: details.sourceKind, as: UTF8.self) == "message")
    #expect(details.topicsAdded == ["t1", "2"])
    #expect(store.customer(of: store.parties[0]) == Person(id: "c1", name: "Ada", emails: ["ada@x.example"]))
    #expect(store.summary.warnings == [])
  }

  @Test(arguments: EventKind.allCases)
  func knowsEveryKind(kind: EventKind) throws {
    let store = try neutral(goodLine.replacing("message", with: kind.name))
    #expect(store.events.map(\.kind) == [kind])
    #expect(store.summary.unknownKinds.isEmpty)
  }

  @Test func takesIntegerIDsAsTheirDigits() throws {
    let store = try neutral(
      #"{"id":-7,"customer":12345678901234567890,"at":"2026-01-01T00:00:00Z","kind":"message","actor":"agent","actor_id":3}"#
    )
    #expect(store.listing == ["/12345678901234567890 -7 2026-01-01T00:00:00.000Z message agent by=3"])
  }

  @Test(arguments: [
    (##"{"customer":"c","at":"2026-01-01T00:00:00Z","kind":"message","actor":"ai"}"##, "missing field: id"),
    (##"{"id":"","customer":"c","at":"2026-01-01T00:00:00Z","kind":"message","actor":"ai"}"##, "missing field: id"),
    (##"{"id":null,"customer":"c","at":"2026-01-01T00:00:00Z","kind":"message","actor":"ai"}"##, "missing field: id"),
    (##"{"id":1.0,"customer":"c","at":"2026-01-01T00:00:00Z","kind":"message","actor":"ai"}"##, "wrong type: id"),
    (##"{"id":1e3,"customer":"c","at":"2026-01-01T00:00:00Z","kind":"message","actor":"ai"}"##, "wrong type: id"),
    (##"{"id":["a"],"customer":"c","at":"2026-01-01T00:00:00Z","kind":"message","actor":"ai"}"##, "wrong type: id"),
    (
      ##"{"id":"a","customer":true,"at":"2026-01-01T00:00:00Z","kind":"message","actor":"ai"}"##, "wrong type: customer"
    ),
    (##"{"id":"a","customer":"c","kind":"message","actor":"ai"}"##, "missing field: at"),
    (##"{"id":"a","customer":"c","at":1767225600,"kind":"message","actor":"ai"}"##, "wrong type: at"),
    (
      ##"{"id":"a","customer":"c","at":"2026-02-29T00:00:00Z","kind":"message","actor":"ai"}"##,
      "unreadable instant: at"
    ),
    (
      ##"{"id":"a","customer":"c","at":"2026-01-01T00:00:00","kind":"message","actor":"ai"}"##,
      "instant without offset: at"
    ),
    (##"{"id":"a","customer":"c","at":"2026-01-01T00:00:00Z","kind":"","actor":"ai"}"##, "missing field: kind"),
    (##"{"id":"a","customer":"c","at":"2026-01-01T00:00:00Z","kind":"message","actor":"bot"}"##, "unknown actor"),
    (##"{"id":"a","customer":"c","at":"2026-01-01T00:00:00Z","kind":"message","actor":"AI"}"##, "unknown actor"),
    (##"["a"]"##, "not a JSON object"),
    (##"{"id":"a""##, "invalid JSON: unexpected end of line"),
    (##"{"id":"a"##, "invalid JSON: unexpected end of line"),
    (##"{"id":'a'}"##, "invalid JSON: unexpected character"),
    ("{\"id\":\"a\tb\"}", "invalid JSON: control character in a text"),
    (##"{"id":"\x"}"##, "invalid JSON: unknown escape"),
    (##"{"id":"\u12G4"}"##, "invalid JSON: unknown escape"),
    (##"{"id":01}"##, "invalid JSON: malformed number"),
    (##"{"id":1.}"##, "invalid JSON: malformed number"),
    (##"{} {}"##, "invalid JSON: text after the record"),
    (String(repeating: #"{"a":"#, count: 129), "nested too deeply"),
  ])
  func rejects(line: String, reason: String) throws {
    let store = try neutral(goodLine, line, goodLine.replacing("good", with: "better"))
    #expect(
      store.summary.rejected == [
        .init(
          file: "data/events.jsonl", line: 2, offset: goodLine.utf8.count + 1, reason: reason,
          text: String(line.prefix(200)))
      ])
    #expect(store.events.count == 2)
    #expect(store.summary.files[0].records == 3)
    #expect(store.summary.files[0].rejected == 1)
  }

  @Test func rejectsInvalidUTF8Anywhere() throws {
    let bad: [[UInt8]] = [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82], [0x80]]
    for bytes in bad {
      let line = Array(goodLine.utf8.dropLast()) + Array(#","other":["x"#.utf8) + bytes + Array(#""]}"#.utf8)
      let store = try read(bytes: ["data/events.jsonl": line + [0x0A] + Array(goodLine.utf8)])
      #expect(store.summary.rejected.map(\.reason) == ["invalid UTF-8"], "\(bytes)")
    }
  }

  @Test func acceptsUTF8OfEveryLength() throws {
    let text = "é€😀\u{7F}\u{80}\u{7FF}\u{800}\u{FFFF}\u{10000}\u{10FFFF}"
    let store = try neutral(goodLine.dropLast() + #","text":"\#(text)"}"#)
    #expect(store.text(of: "good") == text)
  }

  @Test func toleratesLoneSurrogates() throws {
    let store = try neutral(goodLine.dropLast() + #","text":"a\ud800b\udc00c\ud83d\ude00\ud83d"}"#)
    #expect(store.text(of: "good") == "a\u{FFFD}b\u{FFFD}c😀\u{FFFD}")
  }

  @Test func readsEscapedKeysAndIDs() throws {
    let store = try neutral(
      #"{"\u0069d":"a\/\u0062","customer":"c\"","at":"2026-01-01T00:00:00\u005a","kind":"mess\u0061ge","actor":"\u0061i"}"#
    )
    #expect(store.listing == [#"/c" a/b 2026-01-01T00:00:00.000Z message ai"#])
  }

  @Test func letsTheLastOfEqualKeysStand() throws {
    let store = try neutral(
      #"{"id":"x","id":"y","customer":"c","at":"2026-01-01T00:00:00Z","kind":"message","actor":"ai","channel":"a","channel":null}"#
    )
    #expect(store.listing == ["/c y 2026-01-01T00:00:00.000Z message ai"])
  }

  @Test func keepsUnknownKindsAsCountedAnnotations() throws {
    let store = try neutral(
      goodLine.replacing("message", with: "survey"),
      goodLine.replacing("good", with: "b").replacing("message", with: "survey"),
      goodLine.replacing("good", with: "c").replacing("message", with: "alarm"))
    #expect(store.events.map(\.kind) == [.other, .other, .other])
    #expect(store.summary.unknownKinds.map(\.name) == ["alarm", "survey"])
    #expect(store.summary.unknownKinds.map(\.count) == [1, 2])
    #expect(store.summary.warnings == ["2 unknown kinds of record kept as annotations: alarm (1), survey (2)"])
    #expect(String(decoding: store.details(of: "b").sourceKind, as: UTF8.self) == "survey")
  }

  @Test func readsAnUnknownLaneAsAbsentWithOneWarning() throws {
    let store = try neutral(
      goodLine, goodLine.replacing("good", with: "b").dropLast() + #","to":"bot"}"#,
      goodLine.replacing("good", with: "c").dropLast() + #","to":"TEAM"}"#)
    #expect(store.events.allSatisfy { $0.to == nil })
    #expect(
      store.summary.warnings == [
        "`to` is neither ai nor team in 2 records, and read as absent; the first is data/events.jsonl:2"
      ])
  }

  @Test func readsOptionalFieldsOfAnotherTypeAsAbsentWithAWarningAField() throws {
    let store = try neutral(
      goodLine.dropLast() + #","channel":5,"text":["x"],"topics":"a","conversation":{"a":1},"customer_name":7}"#,
      goodLine.replacing("good", with: "b").dropLast() + #","channel":true}"#)
    #expect(
      store.listing == [
        "/zz b 2026-01-01T00:00:00.000Z message customer", "/zz good 2026-01-01T00:00:00.000Z message customer",
      ])
    #expect(
      store.summary.warnings
        == ["channel", "conversation", "text", "topics", "customer_name"].map {
          "data/events.jsonl: `\($0)` is of another type in some records, and read as absent there"
        })
  }

  @Test func skipsBlankLinesAndTakesAnyLineEnd() throws {
    let text =
      "\u{FEFF}\r\n  \t\n\(goodLine)\r\n\n  \(goodLine.replacing("good", with: "b"))  \n\t[\n\(goodLine.replacing("good", with: "c"))"
    let store = try read(["data/events.jsonl": text])
    #expect(store.events.count == 3)
    #expect(store.summary.files[0].records == 4)
    #expect(store.summary.rejected.map(\.line) == [6])
    #expect(store.events.map { store.place(of: $0).line }.sorted() == [3, 5, 7])
  }

  @Test func countsTheMarkToTheFirstLine() throws {
    let store = try read(["data/events.jsonl": "\u{FEFF}[]\r\n\(goodLine)"])
    #expect(
      store.summary.rejected == [
        .init(file: "data/events.jsonl", line: 1, offset: 0, reason: "not a JSON object", text: "[]")
      ])
  }

  @Test func keepsThe200FirstCharactersOfARejectedRecord() throws {
    let store = try neutral("[\"" + String(repeating: "😀", count: 300), goodLine)
    #expect(store.summary.rejected[0].text == "[\"" + String(repeating: "😀", count: 198))
  }
}

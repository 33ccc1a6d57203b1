import Testing
import Time

@testable import Events

@Suite struct CSVTests {
  private let header = "id,customer,at,kind,actor,text\n"
  private let good = "g,z,2026-01-01T00:00:00Z,message,customer,fine\n"

  private func row(_ text: String) -> String { "a,c,2026-01-01T00:00:00Z,message,ai,\(text)\n" }

  @Test func readsEveryFieldInAnyOrder() throws {
    let store = try read([
      "data/events.csv":
        "\u{FEFF}\r\ntext,at,topics,id,customer,kind,actor,to,channel,actor_id,brand,conversation,customer_name,"
        + "customer_email,subject,actor_name\r\n"
        + "\"Hi, \"\"you\"\"\r\nthere\",2026-01-01T00:00:00Z,t1|t2,7,c,message,agent,team,chat,a9,Acme,k,Ada,"
        + "ada@x.example,S,Bo\r\n"
    ])
    #expect(store.listing == ["Acme/c 7 2026-01-01T00:00:00.000Z message agent by=a9 on=chat in=k to=team"])
    #expect(store.text(of: "7") == "Hi, \"you\"\r\nthere")
    #expect(store.details(of: "7").topicsAdded == ["t1", "t2"])
    #expect(store.customer(of: store.parties[0]).shownName == "Ada")
    #expect(store.agentName(store.events[0].actorID) == "Bo")
    #expect(store.place(of: store.events[0]).line == 3)
    #expect(store.summary.warnings == [])
  }

  @Test(arguments: [
    ("", ""), ("plain", "plain"), ("\"\"", ""), ("\"a,b\"", "a,b"), ("\"a\nb\r\nc\"", "a\nb\r\nc"), ("\"\"\"\"", "\""),
    ("\"\"\"a\"\"\"", "\"a\""), ("  spaced  ", "  spaced  "), ("é😀", "é😀"),
    ("\"é😀,\"", "é😀,"), ("a\rb", "a\rb"), ("5\" screen", "5\" screen"), ("a\"\"b", "a\"\"b"),
    ("\"ends in quote \"\"\"", "ends in quote \""),
  ])
  func readsText(written: String, expected: String) throws {
    for end in ["\n", "\r\n"] {
      let lines = [header, row(written), good].map { String($0.unicodeScalars.dropLast()) }
      let store = try read(["data/events.csv": lines.map { $0 + end }.joined()])
      #expect(store.summary.rejected == [], "\(written)")
      #expect(store.text(of: "a") == expected, "\(written)")
      #expect(store.text(of: "g") == "fine")
    }
  }

  @Test(arguments: [
    ("\"a\"b", "invalid CSV: text after a closing quote"),
    ("\"a\" ", "invalid CSV: text after a closing quote"), ("\"open", "invalid CSV: quote never closed"),
    ("a,b", "too many fields"),
  ])
  func rejectsAndGoesOnAtTheNextLine(written: String, reason: String) throws {
    let store = try read(["data/events.csv": header + row(written) + good])
    let line = String(row(written).dropLast())
    #expect(
      store.summary.rejected == [
        .init(file: "data/events.csv", line: 2, offset: header.utf8.count, reason: reason, text: line)
      ])
    #expect(store.events.count == 1)
  }

  @Test func rejectsRowsWithTooFewFieldsAndTakesEmptySurplus() throws {
    let store = try read(["data/events.csv": header + "a,c,2026-01-01T00:00:00Z,message,ai\n" + row("x,,") + good])
    #expect(store.summary.rejected.map(\.reason) == ["too few fields"])
    #expect(store.text(of: "a") == "x")
  }

  @Test func rejectsMissingValuesAndInvalidUTF8() throws {
    var bytes = Array((header + ",c,2026-01-01T00:00:00Z,message,ai,x\n" + good).utf8)
    for quote in ["", "\""] {
      bytes += Array("b,c,2026-01-01T00:00:00Z,message,ai,\(quote)".utf8) + [0xFF] + Array("\(quote)\n".utf8)
    }
    let store = try read(bytes: ["data/events.csv": bytes])
    #expect(store.summary.rejected.map(\.reason) == ["missing field: id", "invalid UTF-8", "invalid UTF-8"])
    #expect(store.summary.rejected.map(\.line) == [2, 4, 5])
  }

  @Test func skipsBlankLinesAndTakesALastLineWithoutNewline() throws {
    let store = try read(["data/events.csv": "\n \r\n" + header + "\n\r\n\t\n" + good.dropLast()])
    #expect(store.listing == ["/z g 2026-01-01T00:00:00.000Z message customer"])
    #expect(store.summary.records == 1)
  }

  @Test func warnsOnceOfUnknownColumns() throws {
    let store = try read([
      "data/events.csv": "id,customer,at,kind,actor,mood,,text\n" + "g,z,2026-01-01T00:00:00Z,message,ai,1,2,t\n"
    ])
    #expect(store.summary.warnings == ["data/events.csv: 2 columns ignored: mood, "])
    #expect(store.text(of: "g") == "t")
  }

  @Test func rejectsEachRecordOfAFileWithoutTheRequiredColumns() throws {
    let store = try read(["data/events1.csv": "id,customer,kind\nx,y,z\nw,y,z\n", "data/events2.csv": header + good])
    #expect(
      store.summary.rejected == [
        .init(file: "data/events1.csv", line: 2, offset: 17, reason: "missing field: at", text: "x,y,z"),
        .init(file: "data/events1.csv", line: 3, offset: 23, reason: "missing field: at", text: "w,y,z"),
      ])
    #expect(store.summary.warnings == ["data/events1.csv: no record can be read: missing column: at, actor"])
  }

  @Test func readsAnEmptyFile() throws {
    let store = try read(["data/events1.csv": "", "data/events2.csv": header, "data/events3.csv": header + good])
    #expect(store.summary.files.map(\.records) == [0, 0, 1])
    #expect(store.summary.warnings == [])
  }

  @Test func recoversFromAStrayQuoteWithoutLosingTheRest() throws {
    let rows = (0..<50).map { "r\($0),c,2026-01-01T00:00:00Z,message,ai,\"two\nlines \($0)\"\n" }
    let text = header + rows[..<20].joined() + row("\"oops") + rows[20...].joined()
    let store = try read(["data/events.csv": text])
    #expect(store.events.count == 50)
    #expect(store.summary.rejected.map(\.line) == [42])
  }
}

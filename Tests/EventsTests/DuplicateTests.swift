import Testing
import Time

@testable import Events

@Suite struct DuplicateTests {
  private func line(_ text: String, id: String = "a", customer: String = "c", at: String = "10:00") -> String {
    #"{"id":"\#(id)","customer":"\#(customer)","at":"2026-01-01T\#(at):00Z","kind":"message","actor":"ai","text":"\#(text)"}"#
  }

  @Test func dropsAndCountsEqualRecords() throws {
    let store = try read([
      "data/1/events.jsonl": line("x"), "data/2/events.jsonl": line("x") + "\n" + line("\\u0078"),
    ])
    #expect(store.events.count == 1)
    #expect(store.place(of: store.events[0]).file == "data/1/events.jsonl")
    #expect(store.summary.files.map(\.duplicates) == [0, 2])
    #expect(store.summary.duplicates == 2)
    #expect(store.summary.restated == 0)
    #expect(store.summary.warnings == [])
  }

  @Test func takesEqualRecordsOfDifferentFormatsAsEqual() throws {
    let store = try read([
      "data/events1.jsonl": line("x").dropLast() + #","topics":["a","b"],"channel":"","extra":1}"#,
      "data/events2.csv": "id,customer,at,kind,actor,text,topics\na,c,2026-01-01T11:00:00+01:00,message,ai,x,a|b\n",
    ])
    #expect(store.summary.duplicates == 1)
  }

  @Test func letsTheLaterRecordStandAndWarns() throws {
    let store = try read([
      "data/events1.jsonl": goodLine + "\n" + line("old"),
      "data/events2.jsonl": goodLine + "\n\n" + line("new", at: "09:00"),
    ])
    #expect(store.text(of: "a") == "new")
    #expect(store.events.count == 2)
    #expect(store.summary.restated == 1)
    #expect(store.summary.files.map(\.restated) == [0, 1])
    #expect(
      store.summary.warnings == [
        "data/events2.jsonl:3: `a` restates data/events1.jsonl:2, which differs; the later record stands"
      ])
  }

  @Test func comparesWithTheRecordThatStands() throws {
    let store = try neutral(line("x"), line("y"), line("y"), line("x"))
    #expect(store.text(of: "a") == "x")
    #expect(store.summary.duplicates == 1)
    #expect(store.summary.restated == 2)
  }

  @Test(arguments: [
    #""channel":"sms""#, #""actor_id":"b""#, #""conversation":"k""#, #""subject":"s""#, #""topics":["t"]"#,
    #""customer_name":"N""#, #""customer_email":"e""#, #""actor_name":"n""#,
  ])
  func takesADifferenceInAnyFieldAsARestatement(field: String) throws {
    let store = try neutral(line("x"), line("x").dropLast() + ",\(field)}")
    #expect(store.summary.restated == 1)
  }

  @Test func keepsOneIDOfTwoCustomersApart() throws {
    let store = try neutral(line("x"), line("x", customer: "d"))
    #expect(store.events.count == 2)
    #expect(store.summary.duplicates == 0)
  }

  @Test func dropsWhatARestatedCallNoLongerSays() throws {
    func call(_ more: String) -> String {
      #"{"id":"i","customerId":"c","timestamp":"2026-05-04T10:00:00Z","initiator":{"type":"CUSTOMER"},"#
        + #""content":{"type":"PHONE_CALL","startedAt":"2026-05-04T09:00:00Z"\#(more)}}"#
    }
    let ended = #","completedAt":"2026-05-04T09:10:00Z""#
    #expect(try items(call(ended), call("")).listing.map { $0.split(separator: " ")[1] } == ["i"])
    #expect(try items(call(""), call(ended)).listing.map { $0.split(separator: " ")[1] } == ["i", "i#ended"])
    #expect(try items(call(ended), call(ended)).summary.duplicates == 1)
  }

  @Test func findsDuplicatesAmongManyEvents() throws {
    let lines = (0..<200).map { line("t\($0 % 100)", id: "m\($0 % 100)", at: "10:\(10 + $0 % 50)") }
    let store = try read(["data/events.jsonl": lines.joined(separator: "\n")])
    #expect(store.events.count == 100)
    #expect(store.summary.duplicates == 100)
  }

  @Test func tellsTheFirstHundredRestatementsOneByOne() throws {
    let lines = (0..<300).map { line("t\($0)", id: "m\($0 % 150)") }
    let store = try read(["data/events.jsonl": lines.joined(separator: "\n")])
    #expect(store.summary.restated == 150)
    #expect(store.summary.warnings.count == 101)
    #expect(store.summary.warnings.last == "50 more restated records")
  }
}

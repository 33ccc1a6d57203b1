import Files
import Testing
import Time

@testable import Grouping
@testable import Reports

@Suite struct RowWriterTests {
  @Test(arguments: [
    ("plain", #""plain""#),
    ("", #""""#),
    (#"say "hi" \ bye"#, #""say \"hi\" \\ bye""#),
    ("a\nb\rc\td", #""a\nb\rc\td""#),
    ("\u{0}\u{8}\u{B}\u{C}\u{1F}", #""\u0000\b\u000b\f\u001f""#),
    ("\u{7F}/é😀", "\"\u{7F}/é😀\""),
  ])
  func escapesInJSONOnlyWhatMustBe(text: String, expected: String) throws {
    #expect(try row(.jsonl, text) == "{\"field\":\(expected)}\n")
  }

  @Test(arguments: [
    ("plain", "plain"),
    ("", ""),
    ("a,b", "\"a,b\""),
    (#"say "hi""#, #""say ""hi""""#),
    ("a\nb", "\"a\nb\""),
    ("a\rb", "\"a\rb\""),
    (" spaced | =1+1 ", " spaced | =1+1 "),
  ])
  func quotesInCSVOnlyWhatMustBe(text: String, expected: String) throws {
    #expect(try row(.csv, text) == expected + "\n")
  }

  @Test func writesListsAndMarks() throws {
    let at = Instant(milliseconds: 1)
    let marks = [Groups.Mark(at: at, by: .ai, event: 0), Groups.Mark(at: at, by: .agent, event: 1)]
    #expect(try lists(.jsonl, ["a", "b\""], []) == "{\"list\":[\"a\",\"b\\\"\"],\"marks\":[]}\n")
    #expect(
      try lists(.jsonl, [], marks)
        == "{\"list\":[],\"marks\":[{\"at\":\"1970-01-01T00:00:00.001Z\",\"by\":\"ai\"},"
        + "{\"at\":\"1970-01-01T00:00:00.001Z\",\"by\":\"agent\"}]}\n")
    #expect(
      try lists(.csv, ["a", "b,c"], marks)
        == "\"a|b,c\",1970-01-01T00:00:00.001Z/ai|1970-01-01T00:00:00.001Z/agent\n")
  }

  @Test(arguments: [
    (0, "0"), (9, "9"), (10, "10"), (-7, "-7"), (1_234_567, "1234567"), (.max, "9223372036854775807"),
    (.min, "-9223372036854775808"),
  ])
  func writesNumbers(number: Int, expected: String) throws {
    #expect(try rows(["field"], .csv) { $0.put(number) } == expected + "\n")
  }

  @Test func writesWhatIsMissing() throws {
    func row(_ format: GroupTables.Format) throws -> String {
      try rows(["a", "b", "c"], format) { rows in
        rows.put(nil as Instant?)
        rows.put(nil as Groups.CloseReason?)
        rows.put(Groups.ContactEnd.lapsed)
      }
    }
    #expect(try row(.jsonl) == #"{"a":null,"b":null,"c":"lapsed"}"# + "\n")
    #expect(try row(.csv) == ",,lapsed\n")
  }

  /// Longer than a buffer's first room, and than what is copied at a time.
  @Test func growsForLongTexts() throws {
    let texts = (0..<40).map { String(repeating: "x", count: $0 * 211) }
    var fields = FieldTexts(.csv)
    let places = texts.map { text in fields.add { $0.append(contentsOf: text.utf8) } }
    fields.pad()
    let buffer = RowBuffer()
    for place in places {
      var rows = RowWriter(buffer, RowFormat(["field"], .csv), fields)
      rows.begin(texts: place.count)
      rows.put(place)
      rows.endRow()
      rows.finish()
    }
    #expect(try text(of: buffer) == texts.map { $0 + "\n" }.joined())
  }
}

extension RowWriterTests {
  private func row(_ format: GroupTables.Format, _ text: String) throws -> String {
    var texts = FieldTexts(format)
    let field = texts.add { $0.append(contentsOf: text.utf8) }
    return try rows(["field"], format, texts) { $0.put(field) }
  }

  private func lists(_ format: GroupTables.Format, _ list: [String], _ marks: [Groups.Mark]) throws -> String {
    var texts = FieldTexts(format)
    let field = texts.add(list: list) { $1.append(contentsOf: $0.utf8) }
    return try rows(["list", "marks"], format, texts) { rows in
      rows.put(field)
      rows.put(marks: marks)
    }
  }

  private func rows(
    _ fields: [String], _ format: GroupTables.Format, _ texts: FieldTexts? = nil, put: (inout RowWriter) -> Void
  ) throws -> String {
    var texts = texts ?? FieldTexts(format)
    texts.pad()
    let buffer = RowBuffer()
    var rows = RowWriter(buffer, RowFormat(fields, format), texts)
    rows.begin(texts: texts.end, marks: 4)
    put(&rows)
    rows.endRow()
    rows.finish()
    return try text(of: buffer)
  }

  private func text(of buffer: RowBuffer) throws -> String {
    let sink = MemoryFileSink()
    let stream = try FileStream("rows", in: sink)
    try buffer.write(to: stream)
    try stream.close()
    return try #require(sink.files["rows"])
  }
}

import Testing
import Time

@testable import Grouping
@testable import Reports

@Suite struct RowBufferTests {
  @Test(arguments: [
    ("plain", #""plain""#),
    ("", #""""#),
    (#"say "hi" \ bye"#, #""say \"hi\" \\ bye""#),
    ("a\nb\rc\td", #""a\nb\rc\td""#),
    ("\u{0}\u{8}\u{B}\u{C}\u{1F}", #""\u0000\b\u000b\f\u001f""#),
    ("\u{7F}/é😀", "\"\u{7F}/é😀\""),
  ])
  func escapesInJSONOnlyWhatMustBe(text: String, expected: String) {
    #expect(row(.jsonl, text) == "{\"field\":\(expected)}\n")
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
  func quotesInCSVOnlyWhatMustBe(text: String, expected: String) {
    #expect(row(.csv, text) == expected + "\n")
  }

  @Test func writesListsAndMarks() {
    let at = Instant(milliseconds: 1)
    let marks = [Groups.Mark(at: at, by: .ai, event: 0), Groups.Mark(at: at, by: .agent, event: 1)]
    #expect(lists(.jsonl, ["a", "b\""], []) == "{\"list\":[\"a\",\"b\\\"\"],\"marks\":[]}\n")
    #expect(
      lists(.jsonl, [], marks)
        == "{\"list\":[],\"marks\":[{\"at\":\"1970-01-01T00:00:00.001Z\",\"by\":\"ai\"},"
        + "{\"at\":\"1970-01-01T00:00:00.001Z\",\"by\":\"agent\"}]}\n")
    #expect(
      lists(.csv, ["a", "b,c"], marks)
        == "\"a|b,c\",1970-01-01T00:00:00.001Z/ai|1970-01-01T00:00:00.001Z/agent\n")
  }
}

extension RowBufferTests {
  private func row(_ format: GroupTables.Format, _ text: String) -> String {
    var buffer = RowBuffer(["field"], format)
    buffer.put(text)
    buffer.endRow()
    return String(decoding: buffer.bytes, as: UTF8.self)
  }

  private func lists(_ format: GroupTables.Format, _ list: [String], _ marks: [Groups.Mark]) -> String {
    var buffer = RowBuffer(["list", "marks"], format)
    buffer.put(list: list)
    buffer.put(marks: marks)
    buffer.endRow()
    return String(decoding: buffer.bytes, as: UTF8.self)
  }
}

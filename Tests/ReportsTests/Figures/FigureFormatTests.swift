import SQL
import Testing

@testable import Reports

@Suite struct FigureFormatTests {
  @Test(arguments: [
    (ResultValue.text("chat"), FigureFormat.channel, "Chat"), (.text("pigeon"), .channel, "pigeon"),
    (.text("<b>"), .channel, "<b>"), (.null, .channel, "–"), (.integer(1), .weekday, "Monday"),
    (.integer(7), .weekday, "Sunday"), (.null, .weekday, "–"), (.integer(0), .hour, "00:00"),
    (.integer(23), .hour, "23:00"), (.null, .hour, "–"),
  ])
  func writesCalendarAndChannels(_ value: ResultValue, _ format: FigureFormat, _ expected: String) throws {
    #expect(try FigureBench().context.text(value, format) == expected)
  }

  @Test(arguments: [
    (ResultValue.integer(3), FigureFormat.channel), (.integer(0), .weekday), (.integer(8), .weekday),
    (.text("Monday"), .weekday), (.real(1.5), .weekday), (.integer(-1), .hour), (.integer(24), .hour),
    (.integer(.max), .hour), (.text("10"), .hour),
  ])
  func refusesWhatDoesNotFit(_ value: ResultValue, _ format: FigureFormat) throws {
    #expect(try FigureBench().context.text(value, format) == nil)
  }

  @Test(arguments: [
    ("channel", FigureFormat?.some(.channel)), ("Channel", .channel), ("weekday", .weekday), ("hour", .hour),
    ("open_hour", nil), ("channels", nil), ("first_day", .date), ("closed_at", .time), ("won_rate", .percent),
  ])
  func followsFromAColumnsName(_ column: String, _ expected: FigureFormat?) {
    #expect(FigureFormat.named(by: column) == expected)
  }

  @Test func showsThemInATable() throws {
    let bench = try FigureBench(["q": ResultTable("channel weekday hour n", "email, 2, 9, 4", "-, 6, 13, 5")])
    #expect(
      try bench.report(.table, "from: q").body.cells(of: "it") == [
        "Channel | Weekday | Hour | N", "Email | Tuesday | 09:00 | 4", "– | Saturday | 13:00 | 5",
      ])
    let text = ResultTable(columns: ["weekday"], rows: [[.text("Monday")]])
    #expect(
      try FigureBench(["q": text]).faults(.table, "from: q").hasPrefix(
        "weekly.md:10:1: error: the query `q` gives `Monday` in row 1 of `weekday`, expected a weekday from 1, Monday, to 7"
      ))
  }
}

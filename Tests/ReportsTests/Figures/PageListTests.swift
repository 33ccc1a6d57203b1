import SQL
import Testing

@testable import Reports

@Suite struct PageListTests {
  private static let columns = ["topic", "n", "reply_seconds", "channel"]

  @Test func leadsToEveryPage() throws {
    let list = PageList(
      title: "Topics", columns: PageListTests.columns,
      entries: [
        entry("Returns", "returns", [.text("Returns"), .integer(1200), .real(65), .text("chat")]),
        entry("<b>", "b", [.text("<b>"), .integer(3), .null, .text("<i>")]),
      ])
    let reports = try list.reports(FigureBench().context)
    #expect(reports.map(\.body).first?.text.contains("2 pages.") == true)
    let table = try #require(reports.last).body
    #expect(
      table.cells(of: "pages") == [
        "Topics | N | N as a bar | Reply | Channel", "Returns | 1,200 |  | 1 min | Chat",
        "&lt;b&gt; | 3 |  | – | &lt;i&gt;",
      ])
    #expect(table.text.contains("<a href=\"../reports/topics/returns.html\">Returns</a>"))
  }

  @Test func saysHowManyPagesThereAre() throws {
    let none = try PageList(title: "Topics", columns: PageListTests.columns, entries: [])
      .reports(FigureBench().context)
    #expect(none.count == 1)
    #expect(none.first?.body.text.contains("0 pages.") == true)
    let one = PageList(title: "Topics", columns: ["topic"], entries: [entry("A", "a", [.text("A")])])
    let reports = try one.reports(FigureBench().context)
    #expect(reports.first?.body.text.contains("One page.") == true)
    #expect(reports.last?.body.cells(of: "pages") == ["Topics", "A"])
  }

  private func entry(_ title: String, _ name: String, _ values: [ResultValue]) -> PageList.Entry {
    .init(title: title, address: "reports/topics/\(name).html", values: values)
  }
}

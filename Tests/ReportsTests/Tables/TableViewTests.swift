import Events
import Grouping
import HTML
import Privacy
import Reports
import TestSupport
import Testing
import Time
import Wording

@Suite struct TableViewTests {
  @Test func writesHeadsCellsAndTotals() throws {
    var table = Table(
      id: "ends", caption: "How sessions ended",
      columns: [
        .head("Ended", sort: .possible, isSticky: true), .init("Sessions", .number, sort: .descending),
        .init("Picture", classes: ["dur"]),
      ])
    table.columns[2].titleIsHidden = true
    table.isSortable = true
    table.rows = [
      .init(
        [.text("Handed off"), .number("12", 12), .markup(Markup(trusted: "<svg></svg>"))],
        data: [.init("how", "handoff")]),
      .init([.link("In AI", href: "x.html#s-a", sort: "in"), .number("0", 0), .quiet("–")]),
    ]
    table.totals = .init([.text("All"), .number("12", 12), .text("")])
    #expect(
      lines(try context().render(table)) == """
        <div class="scroll" tabindex="0" role="region" aria-labelledby="ends-caption">
        <table class="tbl" id="ends" data-sortable>
        <caption id="ends-caption" class="vh">How sessions ended</caption>
        <thead>
        <tr>
        <th scope="col" data-sort="text" class="sticky">Ended</th>
        <th scope="col" data-sort="num" class="num" aria-sort="descending">Sessions</th>
        <th scope="col" class="dur"><span class="vh">Picture</span></th>
        </tr>
        </thead>
        <tbody>
        <tr data-how="handoff">
        <th scope="row" class="sticky"><span class="name">Handed off</span></th>
        <td class="num" data-v="12">12</td>
        <td class="dur"><svg></svg></td>
        </tr>
        <tr>
        <th scope="row" class="sticky" data-v="in"><span class="name"><a href="x.html#s-a">In AI</a></span></th>
        <td class="num quiet" data-v="0">0</td>
        <td class="dur quiet">–</td>
        </tr>
        </tbody>
        <tfoot>
        <tr>
        <th scope="row" class="sticky"><span class="name">All</span></th>
        <td class="num" data-v="12">12</td>
        <td class="dur"></td>
        </tr>
        </tfoot>
        </table>
        </div>
        """)
  }

  @Test func escapesWhatPeopleWrote() throws {
    let hostile = "\"><script>alert('x')</script>"
    var table = Table(id: "t", caption: hostile, columns: [.head(hostile), .init("b")])
    var cell = Table.Cell.link(hostile, href: "javascript:\"" + hostile, sort: hostile)
    cell.mark = (hostile, hostile)
    table.rows = [.init([cell, .id(hostile)], data: [.init("channel", hostile)])]
    table.filters = TableFilters(
      search: hostile,
      choices: [.init(name: "channel", label: hostile, options: [.init(hostile, hostile), .init("b", "b")])],
      noun: hostile)
    table.facts = hostile
    let text = try context().render(table).text
    #expect(!text.contains("<script"))
    #expect(text.components(of: "&lt;script&gt;") == 16, "once for each place")
  }

  @Test func showsToolsNotesAndFacts() throws {
    var table = Table(id: "t", caption: "T", columns: [.head("a")])
    table.isLong = true
    table.filters = TableFilters(
      search: "Search", choices: [.init(name: "one", label: "Only one", options: [.init("a", "a")])], noun: "rows")
    table.downloads = [TableDownload(href: "t.csv", words: "Download CSV")]
    let page = try context()
    table.facts = page.facts(unit: "a row", anchor: "its start")
    let text = lines(try page.render(table))
    #expect(text.contains("<form class=\"filters\" data-for=\"t\" data-noun=\"rows\" hidden>"))
    #expect(text.contains("<output aria-live=\"polite\">0 rows</output>"))
    #expect(text.contains("<a class=\"csv\" href=\"t.csv\" download>Download CSV</a>"))
    #expect(!text.contains("Only one"), "a choice of one is none")
    #expect(text.contains("<div class=\"scroll scroll--wide\""))
    #expect(
      text.contains(
        "<p class=\"note tail\">Each row is a row, placed in time by its start. Times are UTC; data of 1 January 1970, as of 1 Jan 1970, 00:00.</p>"
      ))
  }

  @Test(arguments: [(0, 1, [0]), (500, 1, [500]), (501, 2, [250, 251]), (1200, 3, [400, 400, 400])])
  func spreadsRowsEvenly(_ count: Int, _ parts: Int, _ sizes: [Int]) {
    let ranges = TableParts.ranges(count, most: 500)
    #expect(ranges.count == parts)
    #expect(ranges.map(\.count) == sizes)
    #expect(ranges.first?.lowerBound == 0 && ranges.last?.upperBound == count)
  }

  private func context() throws -> ReportContext {
    let words = try Repository.words()
    return ReportContext(
      store: EventStore(), facts: Facts(), rules: RuleSet(), asOf: Instant(milliseconds: 0), zone: .utc, words: words,
      audience: .everyone, templates: try Repository.templates(words: words), settings: ReportSettings(),
      page: PageScope(
        address: "sessions.html", subject: .period, period: Period(first: day("1970-01-01"), last: day("1970-01-28")),
        links: Links(from: "sessions.html", hints: [:])))
  }
}

/// Markup without indentation and empty lines.
func lines(_ markup: Markup) -> String {
  markup.text.split(separator: "\n").map { $0.drop { $0 == " " } }.filter { !$0.isEmpty }.joined(separator: "\n")
}

extension String {
  func components(of part: String) -> Int { split(separator: part, omittingEmptySubsequences: false).count - 1 }
}

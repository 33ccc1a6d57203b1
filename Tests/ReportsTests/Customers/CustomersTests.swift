import Testing
import Time
import Wording

@testable import Reports

@Suite struct CustomersTests {
  static let hostile = "<img src=x onerror=\"alert('1')\">"

  @Test func sortsByNameWithoutAccents() throws {
    let example = try Example(
      events: export(["Zoë", "zoe", "Ébano", "ebbe", "Ørsted", "ord", " adam", "Ärger", "日本", ""]))
    #expect(
      names(try example.report("customers", at: "customers/index.html"))
        == [" adam", "Ärger", "c9", "Ébano", "ebbe", "ord", "Ørsted", "Zoë", "zoe", "日本"])
  }

  @Test func writesAllCustomersAsCSV() throws {
    let example = try Example(
      events: """
        id,customer,brand,at,kind,actor,channel,customer_name
        1,a,,2025-09-02T10:00:00Z,message,customer,chat,=Eve
        2,a,,2025-09-02T11:00:00Z,message,agent,chat,
        3,a,outlet,2025-09-05T10:00:00Z,message,ai,chat,=Eve
        4,=b,,2025-09-03T10:00:00Z,note,agent,,
        """)
    let report = try example.report("customers", at: "customers/index.html")
    #expect(
      report.file("customers.csv") == """
        customer,brand,name,first_seen_at,last_seen_at,conversations,sessions,contacts
        =b,,'=b,2025-09-03T10:00:00.000Z,2025-09-03T10:00:00.000Z,0,0,0
        a,,'=Eve,2025-09-02T10:00:00.000Z,2025-09-02T11:00:00.000Z,1,0,1
        a,outlet,'=Eve,2025-09-05T10:00:00.000Z,2025-09-05T10:00:00.000Z,1,1,0

        """)
    let table = lines(report.body)
    #expect(table.contains(">Brand</th>"), "a customer at two brands has two rows")
    #expect(table.contains("<td>outlet</td>"))
  }

  @Test func escapesHostileNames() throws {
    let example = try Example(events: export([Self.hostile, "\u{202E}evil", "a&b"]))
    let text = try example.report("customers", at: "customers/index.html").body.text
    #expect(!text.contains("<img"))
    #expect(text.contains("&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;"))
    #expect(text.contains("a&amp;b"))
  }

  @Test func listsCustomersSeenByTheAsOfInstantAlone() throws {
    let example = try Example(
      events: """
        id,customer,at,kind,actor
        1,a,2025-09-02T10:00:00Z,message,customer
        2,b,2025-09-12T10:00:00Z,message,customer
        """, asOf: "2025-09-10T00:00:00Z")
    #expect(names(try example.report("customers", at: "customers/index.html")) == ["a"])
  }

  @Test func cutsIndexIntoPagesNamedAfterTheirEnds() throws {
    var settings = ReportSettings()
    settings.customersPerPage = 2
    let example = try Example(events: export(["Abel", "Bo", "Cyr", "Dana", "Efe"]), settings: settings)
    let pages = PageFamilies.customers(example.context)
    #expect(pages.map(\.address) == ["customers/index.html", "customers/2.html", "customers/3.html"])
    let second = try example.report(
      "customers", [:], "customers/2.html", .customers(part: 1), example.context.page.period)
    #expect(names(second) == ["Bo", "Cyr"])
    #expect(second.files.isEmpty)
    let text = lines(second.body)
    #expect(text.contains("<li><a href=\"../customers/index.html\">Abe</a></li>"))
    #expect(text.contains("<li><a href=\"../customers/2.html\" aria-current=\"page\">Bo–Cyr</a></li>"))
    #expect(text.contains("href=\"../customers.csv\" download"))
    #expect(text.contains("Customers Bo–Cyr, one row each"))
  }

  /// Twenty million customers fill 200,000 pages.
  @Test(arguments: [1, 2, 60, 61, 400, 1801, 20_000, 200_000])
  func neverListsMoreThanAbout120Pages(_ count: Int) {
    for current in Set([0, count / 2, count - 1]) {
      let lines = Spine.lines(
        count: count, current: current, address: CustomerPages.address, name: { "\($0.lowerBound)–\($0.upperBound)" })
      let links = lines.joined().count
      #expect(links <= (count > 54_000 ? 150 : 120), "\(links) links on page \(current) of \(count)")
      #expect(lines.allSatisfy { $0.count { $0.isCurrent } == 1 })
      #expect(lines.last?.first { $0.isCurrent }?.page == CustomerPages.address(current))
      #expect(lines.first?.first?.words.hasPrefix("0–") ?? false)
      #expect(lines.first?.last?.words.hasSuffix("–\(count - 1)") ?? false)
    }
  }

  @Test func opensWithWhoCameBack() throws {
    let example = try Example(
      events: """
        id,customer,at,kind,actor
        1,a,2025-09-02T10:00:00Z,message,customer
        2,a,2025-09-12T10:00:00Z,message,customer
        3,b,2025-09-12T10:00:00Z,message,customer
        4,c,2025-08-12T10:00:00Z,message,customer
        """)
    let report = try example.report("customers-lede", at: "customers/index.html")
    #expect(
      report.body.text.plain
        == "There are 3 customers. 2 had at least one conversation in 28 days; one came back for another.")
  }

  @Test func countsOneCustomerAsOne() throws {
    let example = try Example(["events.csv": export(["Ana"])], first: "2025-09-01", last: "2025-09-07")
    let text = try example.report("customers", [:], "customers/index.html", .customers(part: 0), week).body.text
    #expect(text.contains("1 customer on this page"))
    #expect(text.components(of: ">7</text>") == 1, "the last day has one label")
  }

  private let week = Period(
    first: CivilDate(year: 2025, month: 9, day: 1), last: CivilDate(year: 2025, month: 9, day: 7))

  private func export(_ names: [String]) -> String {
    "id,customer,at,kind,actor,customer_name\n"
      + names.enumerated().map {
        "\($0),c\($0),2025-09-02T10:00:00Z,message,customer,\"\($1.replacing("\"", with: "\"\""))\""
      }.joined(separator: "\n")
  }

  private func names(_ report: Report) -> [String] {
    lines(report.body).split(separator: "\n").filter { $0.hasPrefix("<th scope=\"row\"") }.map { String($0).plain }
  }
}

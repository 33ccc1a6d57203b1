import Diagnostics
import Files
import Pages
import SQL
import Testing
import Time

@testable import Reports
@testable import Site

@Suite struct PageRowsTests {
  @Test(arguments: [
    ("Returns", "returns"), ("Returns & Refunds ", "returns-refunds"), ("--A  b--", "a-b"), ("Größe", "gr-e"),
    ("../../etc/passwd", "etc-passwd"), ("\"><script>", "script"), ("a.html#x?y={topic}", "a-html-x-y-topic"),
    ("%2e%2e%2f", "2e-2e-2f"), ("a\0b\nc", "a-b-c"),
    (String(repeating: "a", count: 200), String(repeating: "a", count: 60)),
    (String(repeating: "b", count: 59) + " c", String(repeating: "b", count: 59)),
  ])
  func keepsLettersAndDigitsInAddresses(_ topic: String, _ expected: String) throws {
    #expect(try addresses([[.text(topic)]]) == ["reports/topics/\(expected).html"])
  }

  @Test func addressesNumbers() throws {
    #expect(
      try addresses([[.integer(-7)], [.real(1.5)]]) == ["reports/topics/7.html", "reports/topics/1-5.html"])
  }

  @Test func addressesWhatHasNoLetters() throws {
    let addresses = try addresses([[.null], [.text("\u{4F60}\u{597D}")], [.text("/")]])
    for address in addresses { #expect(address.wholeMatch(of: /reports\/topics\/none-[a-z]{6}\.html/) != nil) }
    #expect(Set(addresses).count == 3)
  }

  @Test func setsCollidingRowsApartWhateverTheirOrder() throws {
    let rows: [[ResultValue]] = [[.text("A b")], [.text("a-b")], [.text("c")]]
    let addresses = try addresses(rows)
    #expect(addresses.last == "reports/topics/c.html")
    for address in addresses.prefix(2) {
      #expect(address.wholeMatch(of: /reports\/topics\/a-b-[a-z]{6}\.html/) != nil)
    }
    #expect(try self.addresses(rows.reversed()) == addresses.reversed())
  }

  @Test func setsApartARowThatIsCalledLikeTheOthersAddress() throws {
    let rows: [[ResultValue]] = [[.text("A b")], [.text("a-b")]]
    let first = try #require(try addresses(rows).first)
    let name = first.dropFirst("reports/topics/".count).dropLast(".html".count)
    let addresses = try addresses(rows + [[.text(String(name))]])
    #expect(Set(addresses).count == 3)
    #expect(addresses.last == first)
  }

  @Test func tellsCollidingRowsByAllTheirValues() throws {
    let addresses = try addresses(
      [[.text("x"), .integer(1)], [.text("x"), .integer(2)]], columns: ["topic", "channel"])
    #expect(Set(addresses).count == 2)
  }

  @Test func fillsPatternsOfSeveralColumns() throws {
    let addresses = try addresses(
      [[.text("My Shop"), .text("E-mail"), .integer(3)]], columns: ["brand", "channel", "n"],
      address: "by/{brand}/{channel}-{brand}.html")
    #expect(addresses == ["by/my-shop/e-mail-my-shop.html"])
  }

  @Test func refusesRowsThatAreTheSame() throws {
    let error = #expect(throws: Diagnostics.self) { try addresses([[.text("a")], [.text("b")], [.text("a")]]) }
    #expect(
      error?.description == """
        Content/reports/topics.md:3:6: error: two rows of `for:` are the same, expected each once
        = help: write `select distinct`, or `group by`
        """)
  }

  @Test(arguments: [
    (ResultValue.text("2026-05-04"), ResultValue.text("2026-05-10"), true),
    (.text("2026-05-04"), .text("2026-05-04"), true),
    (.text("2026-05-04"), .text("2026-05-03"), false), (.text("2026-05-32"), .text("2026-06-03"), false),
    (.text("2026-05-04"), .null, false), (.integer(20_260_504), .integer(20_260_505), false),
  ])
  func takesAPeriodFromItsDays(_ first: ResultValue, _ last: ResultValue, _ isPeriod: Bool) throws {
    let row = try #require(try rows([[.text("w"), first, last]], ["week", "first_day", "last_day"]).first)
    #expect((row.period != nil) == isPeriod)
    if let period = row.period {
      #expect([ResultValue.text("\(period.first)"), .text("\(period.last)")] == [first, last])
    }
    #expect(row.parameters == ["week": .text("w"), "first_day": first, "last_day": last])
  }
}

extension PageRowsTests {
  private func addresses(
    _ values: [[ResultValue]], columns: [String] = ["topic"], address: String? = nil
  ) throws -> [String] { try rows(values, columns, address: address).map(\.address) }

  private func rows(
    _ values: [[ResultValue]], _ columns: [String], address: String? = nil
  ) throws -> [PageRow] {
    let text = """
      ---
      title: A
      for: select \(columns.map { "1 as \($0)" }.joined(separator: ", "))
      \(address.map { "address: \"\($0)\"" } ?? "label: B")
      ---
      """
    let source = MemoryFileSource(["Content/reports/topics.md": text])
    let page = try #require(try PageLoader(source: source, folder: "Content").load().first)
    let authored = AuthoredPage(page: page, each: nil, queries: [:], figures: [:], lives: [:])
    let place = Place(path: page.path, line: 3, column: 6)
    return try PageRows(ResultTable(columns: columns, rows: values), of: authored, place: place).rows
  }
}

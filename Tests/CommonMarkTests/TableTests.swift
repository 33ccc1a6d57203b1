import CommonMark
import Testing

@Suite struct TableTests {
  @Test func rendersTable() {
    #expect(
      html("| Day | Count |\n|:---|---:|\n| *Mon* | 1 |\n| Tue | `a\\|b` |\n") == """
        <div class="scroll" tabindex="0" role="region" aria-label="Table"><table class="tbl">
        <thead>
        <tr><th scope="col">Day</th><th scope="col" class="num">Count</th></tr>
        </thead>
        <tbody>
        <tr><th scope="row"><em>Mon</em></th><td class="num">1</td></tr>
        <tr><th scope="row">Tue</th><td class="num"><code>a|b</code></td></tr>
        </tbody>
        </table></div>

        """)
  }

  /// Cells of the first body row.
  @Test(arguments: [
    ("| a | b |", "<th scope=\"row\">a</th><td>b</td>"),
    ("a | b", "<th scope=\"row\">a</th><td>b</td>"),
    ("|a|b", "<th scope=\"row\">a</th><td>b</td>"),
    ("| | b |", "<td></td><td>b</td>"),
    ("| a |", "<th scope=\"row\">a</th><td colspan=\"1\"></td>"),
    ("| a | b | c |", "<th scope=\"row\">a</th><td>b</td>"),
    ("| # a | - b |", "<th scope=\"row\"># a</th><td>- b</td>"),
    ("| a # | 1. b |", "<th scope=\"row\">a #</th><td>1. b</td>"),
    ("| a \\\\| <b>c</b> |", "<th scope=\"row\">a \\</th><td>c</td>"),
    ("| a | <script>&lt; |", "<th scope=\"row\">a</th><td>&lt;</td>"),
    ("| a \\* | \\# |", "<th scope=\"row\">a *</th><td>#</td>"),
  ])
  func rendersCells(row: String, expected: String) {
    #expect(html("| A | B |\n| --- | --- |\n\(row)\n").contains("<tr>\(expected)</tr>\n</tbody>"), "\(row)")
  }

  @Test(arguments: [
    "| a | b |", "| a | b |\nno dashes", "| a | b |\n|---|\n| 1 | 2 |", "a\n| b | c |\n|---|---|", "| a |\n| -x- |",
    "| a | b |\n| --- | :: |", "> | a |\n> |---|",
  ])
  func leavesOtherParagraphsAlone(source: String) {
    #expect(!html(source).contains("<table"), "\(source)")
  }

  @Test func rendersTableWithoutRows() {
    #expect(html("| a |\n|---|").contains("<thead>\n<tr><th scope=\"col\">a</th></tr>\n</thead>\n<tbody>\n</tbody>"))
  }

  @Test func numbersFurtherTables() {
    let text = html("| a |\n|---|\n\nwords\n\n| b |\n|---|\n")
    #expect(text.contains("aria-label=\"Table\"><table") && text.contains("aria-label=\"Table 2\"><table"))
  }

  @Test func resolvesDefinitionsInCells() {
    let text = html("[r]: there\n| [a][r] |\n|---|\n| [b][late] |\n\n[late]: later\n")
    #expect(text.contains("<a href=\"there\">a</a>") && text.contains("<a href=\"later\">b</a>"))
  }

  @Test func readsCarriageReturns() {
    #expect(html("| a |\r\n|---|\r\n| b |\r\n").contains("<th scope=\"row\">b</th>"))
  }
}

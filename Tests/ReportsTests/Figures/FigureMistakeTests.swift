import SQL
import Testing

@testable import Reports

@Suite struct FigureMistakeTests {
  private static func bench() throws -> FigureBench {
    try FigureBench(["by_day": ResultTable("day channel n reply_seconds", "2026-03-02, chat, 4, 60")])
  }

  @Test(arguments: [
    (
      FigureBlock.Kind.table, "from: by_dya\nsort: -n",
      """
      weekly.md:11:7: error: unknown query `by_dya`, expected one of `by_day`
        from: by_dya
              ^
      = help: did you mean `by_day`?
      """
    ),
    (
      .table, "from: by_day\ncolums: [day]\ncolumns: [dya, n]\nsort: -nn\ntop: none",
      """
      weekly.md:12:1: error: unknown key `colums`, expected one of `from`, `measures`, `by`, `where`, `safe`, `title`, `columns`, `sort`, `top`, `totals`, `search`, `note`
        colums: [day]
        ^
      = help: did you mean `columns`?
      weekly.md:15:6: error: expected a whole number from 1 to 10000, found `none`
        top: none
             ^
      weekly.md:13:11: error: unknown column `dya`, expected one of `day`, `channel`, `n`, `reply_seconds`
        columns: [dya, n]
                  ^
      = help: did you mean `day`?
      weekly.md:14:7: error: unknown column `nn`, expected one of `day`, `channel`, `n`, `reply_seconds`
        sort: -nn
              ^
      = help: did you mean `n`?
      """
    ),
    (
      .table, "from: by_day\nmeasures: [contacts]",
      """
      weekly.md:11:1: error: found `from` and `measures`, expected one of them
        from: by_day
        ^
      """
    ),
    (
      .table, "title: T",
      """
      weekly.md:11:1: error: expected `from: QUERY` or `measures: [NAME]`, found neither
        title: T
        ^
      """
    ),
    (
      .table, "from: by_day\nby: day\nwhere: {channel: chat}",
      """
      weekly.md:12:1: error: `by` belongs to `measures`, found it with `from`
        by: day
        ^
      = help: group the rows in the query
      weekly.md:13:1: error: `where` belongs to `measures`, found it with `from`
        where: {channel: chat}
        ^
      = help: filter the rows in the query
      """
    ),
    (
      .table, "from: by_day\ncolumns: {n: {format: percnt, bar: aii, total: 3, link: http://x.example/}}",
      """
      weekly.md:12:23: error: unknown format `percnt`, expected one of `count`, `number`, `percent`, `duration`, `date`, `time`, `channel`, `weekday`, `hour`, `text`
        columns: {n: {format: percnt, bar: aii, total: 3, link: http://x.example/}}
                              ^
      = help: did you mean `percent`?
      weekly.md:12:57: error: expected a column, or an address that begins with `https://`, found `http://x.example/`
        columns: {n: {format: percnt, bar: aii, total: 3, link: http://x.example/}}
                                                                ^
      weekly.md:12:36: error: unknown role `aii`, expected one of `conv`, `ai`, `both`, `team`
        columns: {n: {format: percnt, bar: aii, total: 3, link: http://x.example/}}
                                           ^
      = help: did you mean `ai`?
      weekly.md:12:48: error: unknown total `3`, expected one of `sum`, `mean`, `min`, `max`, `none`
        columns: {n: {format: percnt, bar: aii, total: 3, link: http://x.example/}}
                                                       ^
      """
    ),
    (
      .metric, "measure: contacts\nfrom: by_day",
      """
      weekly.md:12:1: error: found `from` and `measure`, expected one of them
        from: by_day
        ^
      """
    ),
    (
      .metric, "from: by_day",
      """
      weekly.md:11:1: error: expected `value: COLUMN`, found no `value`
        from: by_day
        ^
      = help: the columns are `day`, `channel`, `n`, `reply_seconds`
      """
    ),
    (
      .metric, "measure: contacts",
      """
      weekly.md:11:10: error: unknown measure `contacts`: there are none
        measure: contacts
                 ^
      """
    ),
    (
      .chart, "type: bra\nfrom: by_day",
      """
      weekly.md:11:7: error: unknown type `bra`, expected one of `bar`, `line`, `area`, `histogram`, `heat`, `flow`, `strips`, `lanes`, `spark`
        type: bra
              ^
      = help: did you mean `bar`?
      """
    ),
    (
      .chart, "type: heat\nfrom: by_day\nx: day\ny: channel\nvalue: n\nstacked: true",
      """
      weekly.md:16:1: error: `stacked` does not fit `type: heat`
        stacked: true
        ^
      = help: what fits: `x`, `y`, `value`, `format`
      """
    ),
    (
      .chart, "type: bar\nfrom: by_day\nx: day\ny: n\nscale: log",
      """
      weekly.md:15:8: error: a logarithmic scale has no zero, from which a `bar` is drawn
        scale: log
               ^
      = help: use `type: line`, or leave `scale` out
      """
    ),
    (
      .chart, "type: line\nfrom: by_day\ny: [n, m]\nnotes:\n- {at: 2026-03-04}",
      """
      weekly.md:15:3: error: expected `text: …` in a note, found none
        - {at: 2026-03-04}
          ^
      weekly.md:11:1: error: expected `x: COLUMN`, found no `x`
        type: line
        ^
      = help: the columns are `day`, `channel`, `n`, `reply_seconds`
      weekly.md:13:8: error: unknown column `m`, expected one of `day`, `channel`, `n`, `reply_seconds`
        y: [n, m]
               ^
      = help: did you mean `n`?
      """
    ),
    (
      .chart, "type: lanes\nfrom: by_day",
      """
      weekly.md:12:7: error: expected a column `kind`, found none
        from: by_day
              ^
      = help: the rows of `lanes` have `kind`, `started_at` and `ended_at`
      weekly.md:12:7: error: expected a column `started_at`, found none
        from: by_day
              ^
      = help: the rows of `lanes` have `kind`, `started_at` and `ended_at`
      weekly.md:12:7: error: expected a column `ended_at`, found none
        from: by_day
              ^
      = help: the rows of `lanes` have `kind`, `started_at` and `ended_at`
      """
    ),
    (
      .table, "- from",
      """
      weekly.md:11:1: error: expected `key: value` lines, found a list
        - from
        ^
      """
    ),
    (
      .table, "title: So {{ by_day.m }}\nfrom: by_day",
      """
      weekly.md:11:14: error: unknown column of `by_day` `m`, expected one of `day`, `channel`, `n`, `reply_seconds`
        title: So {{ by_day.m }}
                     ^
      = help: did you mean `n`?
      """
    ),
  ])
  func namesPlaceAndMend(_ kind: FigureBlock.Kind, _ body: String, _ expected: String) throws {
    #expect(try FigureMistakeTests.bench().mistakes(kind, body) == expected)
  }

  @Test func saysWhatABlockNeedsIfItIsEmpty() throws {
    #expect(
      try FigureMistakeTests.bench().mistakes(.chart, "# nothing\n").hasPrefix(
        "weekly.md:10:1: error: expected `key: value` lines, found nothing\n"))
  }

  @Test(arguments: [
    (
      "by_day.m",
      "weekly.md:3:6: error: unknown column of `by_day` `m`, expected one of `day`, `channel`, `n`, `reply_seconds`"
    ),
    (
      "by_day",
      "weekly.md:3:6: error: `by_day` is a query, expected one of its columns: `by_day.day`, `by_day.channel`, `by_day.n`, `by_day.reply_seconds`"
    ),
    (" by_dy.n ", "weekly.md:3:7: error: unknown query or measure `by_dy`"),
    (
      "by_day.n percnt",
      "weekly.md:3:15: error: unknown format `percnt`, expected one of `count`, `number`, `percent`, `duration`, `date`, `time`, `channel`, `weekday`, `hour`, `text`"
    ),
    ("", "weekly.md:3:4: error: expected `query.column`, a measure or `page.column` between the braces, found nothing"),
    ("by_day.n count it", "weekly.md:3:21: error: expected a name and perhaps a format, found `it` after them"),
    ("page.channel", "weekly.md:3:6: error: unknown column `page.channel`: the page has no `for: select …`"),
  ])
  func tellsWhatIsWrongInASentence(_ text: String, _ expected: String) throws {
    let mistake = try FigureMistakeTests.bench().liveMistake(text)
    #expect(mistake.split(separator: "\n").first.map(String.init) == expected)
  }
}

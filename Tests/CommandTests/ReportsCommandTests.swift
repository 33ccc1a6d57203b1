import Foundation
import Testing

/// Sites of pages that authors wrote, built by the program as its users run it.
@Suite struct ReportsCommandTests {
  private let space: Workspace

  init() throws { space = try Workspace() }

  private func build(
    _ site: String, _ arguments: [String] = [], environment: [String: String] = [:]
  ) throws -> Program.Result {
    try Program.run(["build", "--site", site] + arguments, in: space.path, environment: environment)
  }

  private func files(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: space.path + "/" + folder).sorted()
  }

  /// Over a new site's other pages.
  private func write(_ pages: [String: String], to site: String = "site") throws {
    for (name, text) in pages { try space.write("\(site)/Content/\(name)", text) }
  }

  @Test func buildsTheSameBytesInEveryZoneLanguageAndPlaceForAnyThreads() throws {
    try space.makeSite(customers: 12, days: 12, badRecords: false)
    try write(AuthoredPages.everyKind)
    let first = try build("site", ["--output", space.path + "/first", "--jobs", "1"])
    #expect(first.code == 0, "\(first.errors)")
    let machines = [
      ("2", ["TZ": "Asia/Kolkata", "LANG": "de_DE.UTF-8", "LC_ALL": "de_DE.UTF-8"]),
      ("7", ["TZ": "America/New_York", "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"]),
    ]
    try FileManager.default.moveItem(atPath: space.path + "/site", toPath: space.path + "/moved ünd renamed")
    let tree = try space.tree("first")
    for (jobs, environment) in machines {
      let again = try build(
        "moved ünd renamed", ["--output", space.path + "/again", "--jobs", jobs], environment: environment)
      #expect(again.code == 0, "\(again.errors)")
      let other = try space.tree("again")
      #expect(tree.keys.sorted() == other.keys.sorted())
      for (name, bytes) in tree where other[name] != bytes { Issue.record("\(name) differs with \(environment)") }
    }
    #expect(try space.read("first/all.html").contains("<svg"))
  }

  @Test func keepsThePublishedSiteWhereAQueryFails() throws {
    try space.makeSite(customers: 4, days: 4, badRecords: false)
    try write(["report.md": AuthoredPages.page("A report", sql: "select 1 as n")])
    #expect(try build("site").code == 0)
    let published = try space.tree("site/public")
    try write([
      "report.md": AuthoredPages.page(
        "A report", sql: "with recursive r(n) as (select 1 union all select n + 1 from r) select n from r")
    ])
    let failed = try build("site")
    #expect(failed.code == 1)
    #expect(failed.errors.contains("Content/report.md:7:1: error: the query gives more than 1000000 rows"))
    #expect(try space.tree("site/public") == published)
    #expect(try files("site") == [".public.triptych", "Content", "public"])
  }

  @Test func writesNoDatabaseIntoThePublishedFolder() throws {
    try space.makeSite(customers: 4, days: 4, badRecords: false)
    let result = try build("site", ["--database", "site/public/groups.db"])
    #expect(result.code == 1)
    #expect(result.errors.contains("error: the database `site/public/groups.db` would lie in the published folder"))
    #expect(try files("site") == [".public.triptych", "Content"])
  }

  @Test func showsAFigureOnceThatIsNamedLikeItsQuery() throws {
    try space.makeSite(customers: 4, days: 4, badRecords: false)
    try write([
      "report.md": AuthoredPages.page("A report", sql: "select 1 as n") + "```table q\nfrom: q\n```\n"
    ])
    let result = try build("site")
    #expect(result.code == 0, "\(result.errors)")
    #expect(try space.read("site/public/report.html").components(separatedBy: "<table").count == 3)
  }
}

/// What customers write, where it becomes pages, addresses, titles and labels.
extension ReportsCommandTests {
  @Test func givesEveryHostileRowAPageOfItsOwnInsideTheSite() throws {
    try makeHostileSite()
    try write(["channels.md": AuthoredPages.perChannel, "all.md": AuthoredPages.allChannels])
    let result = try build("site")
    #expect(result.code == 0, "\(result.errors)")
    let tree = try space.tree("site/public")
    let pages = tree.keys.filter { $0.hasPrefix("channels/") && $0.hasSuffix(".html") }
    #expect(pages.count == AuthoredPages.hostile.count)
    for name in pages {
      let address = name.dropFirst("channels/".count).dropLast(".html".count)
      #expect(address.utf8.allSatisfy { "abcdefghijklmnopqrstuvwxyz0123456789-".utf8.contains($0) }, "\(name)")
      #expect(address.utf8.count <= 80)
    }
    #expect(try files("") == ["site"])
    #expect(try files("site") == [".public.triptych", "Content", "public"])
  }

  @Test func showsWhatCustomersWroteAsTextAlone() throws {
    try makeHostileSite()
    try write(["channels.md": AuthoredPages.perChannel, "all.md": AuthoredPages.allChannels])
    #expect(try build("site").code == 0)
    for (name, bytes) in try space.tree("site/public") where name.hasPrefix("channels") || name.hasPrefix("all") {
      let text = String(decoding: bytes, as: UTF8.self)
      if name.hasSuffix(".html") {
        for markup in ["<script>", "<img src=x", "<b>", "href=\"javascript", "\0"] {
          #expect(!text.contains(markup), "\(name): \(markup)")
        }
      } else {
        for line in text.split(separator: "\n") { #expect(!"=+@\t".contains(line.first ?? "x"), "\(name): \(line)") }
      }
    }
  }

  @Test func tellsTextsApartThatLookTheSame() throws {
    try makeHostileSite()
    let composed = "caf\u{E9}"
    try write([
      "channels.md": AuthoredPages.perChannel,
      "data.md": AuthoredPages.page("Data", sql: "select channel as n, count(*) as c from conversations group by 1")
        + "```chart\ntype: bar\nfrom: q\nx: n\ny: c\n```\n"
        + "```table m\nmeasures: [conversations]\nby: channel\ntotals: true\n```\n",
    ])
    let result = try build("site")
    #expect(result.code == 0, "\(result.errors)")
    let rows = try space.read("site/public/data.m.csv").split(separator: "\n").map { Array($0.utf8) }
    #expect(rows.contains(Array("\(composed),1".utf8)))
    #expect(rows.contains(Array("cafe\u{301},1".utf8)))
    let pages = try space.tree("site/public").filter { $0.key.hasPrefix("channels/caf") && $0.key.hasSuffix(".d.csv") }
    #expect(Set(pages.values.map { Array($0) }).count == 2)
  }

  private func makeHostileSite() throws {
    let made = try Program.run(["new", space.path + "/site"])
    #expect(made.code == 0, "\(made.errors)")
    try? FileManager.default.removeItem(atPath: space.path + "/site/Content/reports")
    var lines = ""
    for (index, text) in AuthoredPages.hostile.enumerated() {
      let event: [String: String] = [
        "id": "e\(index)", "customer": "customer \(index)", "at": String(format: "2026-03-08T%02d:00:00Z", index % 24),
        "kind": "message", "actor": "customer", "channel": text, "customer_name": text, "text": text,
      ]
      lines += String(decoding: try JSONSerialization.data(withJSONObject: event), as: UTF8.self) + "\n"
    }
    try space.write("site/Content/exports/events.jsonl", lines)
  }
}

private enum AuthoredPages {
  static func page(_ title: String, sql: String) -> String {
    "---\ntitle: \(title)\nlayout: report\n---\n\n```sql q\n\(sql)\n```\n\n## Figures\n\n```table t\nfrom: q\n```\n\n"
  }

  /// Some are the same but for their case, or for how their letters are made; `chat xuqxoy` has the address that `chat`
  /// gets beside `Chat`.
  static let hostile = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "{{ conversations }}", "](javascript:alert(1))",
    "=1+1", "+1", "@SUM(A1)", "\t=1", "../../x", "..", "index", "timelines/../x.html", "🎉", "🎊", "chat xuqxoy", "CHAT",
    "Chat", "chat",
    String(repeating: "x", count: 5000), "\u{202E}rtl", "nul\0byte", "line\nbreak", "a/b", "a\\b", "<b>bold</b>",
    "%2e%2e%2f", "caf\u{E9}", "cafe\u{301}", "İstanbul", "istanbul", "javascript:alert(1)", "| a | b |", "-",
  ]

  static let perChannel = """
    ---
    title: "Channel {{ page.channel }}"
    about: "About {{ page.channel }}"
    lede: "Lede {{ page.channel }}"
    index: Channels
    layout: report
    for: select channel from conversations group by channel order by channel
    ---

    ```sql d
    select channel as x, customer as y, count(*) as n from conversations where channel = :channel group by 1, 2
    ```

    ## {{ page.channel }} and [link {{ page.channel }}](index.html)

    Words {{ page.channel }} **{{ d.x }}**.

    | a {{ page.channel }} | b |
    | --- | --- |
    | {{ page.channel }} | {{ d.x }} |

    ```table d
    title: "{{ page.channel }}"
    from: d
    note: "{{ page.channel }}"
    columns: {x: {link: x}, y: {link: "https://example.com/{x}"}, n: }
    ```

    ```chart
    type: bar
    title: "{{ page.channel }}"
    description: "{{ page.channel }}"
    from: d
    x: y
    y: n
    ```

    ```metric
    measures: [conversations]
    where: {channel: "{{ page.channel }}"}
    ```

    """

  static let allChannels =
    page("All", sql: "select channel as x, path as y, count(*) as n from conversations group by 1, 2 order by 1, 2")
    + [
      "bar\nhorizontal: true\nx: x\ny: n", "strips\nlabel: x\nvalue: n", "heat\nx: y\ny: x\nvalue: n",
      "bar\nx: y\ny: n\nseries: x\ntop: 5", "flow\nfrom_column: x\nto_column: y\nvalue: n",
    ].map { "```chart\ntype: \($0)\nfrom: q\n```\n\n" }.joined()

  static let everyKind: [String: String] = [
    "all.md": page("Every kind", sql: "select day, channel, count(*) as n from sessions group by 1, 2 order by 1, 2")
      .replacingOccurrences(of: "layout: report", with: "layout: report\nmonths: true")
        + """
        ```sql raw
        select channel, active_seconds, started_at from sessions order by key
        ```

        ```sql days
        select days.day, count(sessions.key) as n from days left join sessions on sessions.day = days.day
        group by days.day order by days.day
        ```

        {{ conversations }} and {{ days.n }} on {{ days.day }}, {{ contacts.change }}.

        ```chart
        type: bar
        from: days
        x: day
        y: n
        ```

        ```chart
        type: line
        measures: [sessions, contacts]
        by: day
        ```

        ```chart
        type: histogram
        from: raw
        value: active_seconds
        ```

        ```chart
        type: strips
        from: raw
        label: channel
        value: active_seconds
        ```

        ```table
        measures: [contacts, first_reply]
        by: agent
        totals: true
        ```

        ```metric
        measures: [conversations, handoff_rate]
        ```

        ```report heat-map
        ```

        """,
    "channels.md": perChannel,
  ]
}

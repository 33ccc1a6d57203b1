import Foundation
import Testing

/// What a site tells an audience that is not told numbers of fewer than five people.
@Suite struct SmallGroupsBuildTests {
  private let space: Workspace

  init() throws {
    space = try Workspace()
    try space.makeSite(customers: 30, days: 12, badRecords: false)
    try space.write("key", "0123456789abcdef0123456789abcdef\n")
  }

  @Test func leavesOutRowsOfSinglePeople() throws {
    let site = try build("stakeholder")
    #expect(!site.keys.contains { $0.hasPrefix("customers") && $0.hasSuffix(".csv") })
    #expect(!site.keys.contains { $0.hasPrefix("sessions") && $0.hasSuffix("-rows.csv") })
    #expect(site["customers/index.html"]?.contains("is left out for this audience") == true)
    #expect(!site.values.contains { $0.contains("class=\"id\"") })
  }

  @Test func leavesOutQueriesThatAreNotSaidToBeSafe() throws {
    try space.write("site/Content/own.md", SmallGroupsBuildTests.page(safe: false))
    let page = try #require(try build("stakeholder")["own.html"])
    #expect(page.contains("4711 and hidden."))
    #expect(page.contains("an author’s own query"))
    #expect(!page.contains("4712") && !page.contains("4713"))
    #expect(try build("internal")["own.html"]?.contains("4711 and 4712.") == true)
  }

  @Test func showsQueriesThatAreSaidToBeSafe() throws {
    try space.write("site/Content/own.md", SmallGroupsBuildTests.page(safe: true))
    let page = try #require(try build("stakeholder")["own.html"])
    #expect(page.contains("4711 and 4712.") && page.contains("4,713"))
    #expect(!page.contains("an author’s own query"))
  }

  @Test func makesPagesOfRowsOnlyWhereTheyAreSafe() throws {
    func page(_ safe: String) -> String {
      "---\ntitle: \"{{ page.name }}\"\nindex: Names\nfor: select 'a4714' as name\n\(safe)---\n\nWords.\n"
    }
    try space.write("site/Content/each.md", page(""))
    let site = try build("stakeholder")
    #expect(site["each.html"]?.contains("an author’s own query") == true)
    #expect(!site.contains { $0.key.contains("4714") || $0.value.contains("4714") })
    try space.write("site/Content/each.md", page("safe: true\n"))
    #expect(try build("stakeholder").keys.contains("each/a4714.html"))
  }

  @Test func refusesTimelinesBesideASmallestGroup() throws {
    let settings = "audiences:\n  partner:\n    like: stakeholder\n    timelines: true\n"
    try space.write("site/Content/site.yml", try space.read("site/Content/site.yml") + settings)
    let result = try Program.run(["check", "--site", space.path + "/site"])
    #expect(result.code == 1)
    #expect(result.errors.contains("found timelines for an audience that is told no number of fewer than 5 people"))
  }

  /// The numbers are no counts, so that they stand nowhere else.
  private static func page(safe: Bool) -> String {
    """
    ---
    title: Own
    layout: report
    ---

    ```sql known safe
    select '4711' as n
    ```

    ```sql other\(safe ? " safe" : "")
    select '4712' as n
    ```

    ```sql rows
    select 4713 as n
    ```

    ## Words {#words}

    {{ known.n }} and {{ other.n }}.

    ## Figure {#figure}

    ```table mine
    from: rows\(safe ? "\nsafe: true" : "")
    ```

    """
  }

  private func build(_ audience: String) throws -> [String: String] {
    let result = try Program.run([
      "build", "--site", space.path + "/site", "--audience", audience, "--key-file", space.path + "/key", "--output",
      space.path + "/out-" + audience,
    ])
    #expect(result.code == 0, "\(result.errors)")
    return try space.tree("out-" + audience).mapValues { String(decoding: $0, as: UTF8.self) }
  }
}

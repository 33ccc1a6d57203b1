import Testing

@testable import Pages

@Suite struct FenceTests {
  @Test func readsEveryKindOfBlock() throws {
    let body = """
      ```sql weekly
      select 1
      ```

      ~~~ table
      from: weekly
      ~~~

      ``` metric  total
      ```

      ```chart
      ```

      ```report flow
      ```

      ```timeline lede
      ```
      """
    #expect(
      try page(body: body).outline == [
        "sql weekly at Content/guide/a.md:4", "table table at Content/guide/a.md:8",
        "metric total at Content/guide/a.md:12", "chart chart at Content/guide/a.md:15",
        "report flow at Content/guide/a.md:18", "timeline lede at Content/guide/a.md:21",
      ])
  }

  @Test func readsWhichQueriesAreSafe() throws {
    let blocks = try blocks("```sql q safe\nselect 1\n```\n\n```sql p\nselect 1\n```\n")
    #expect(blocks.map(\.name) == ["q", "p"] && blocks.map(\.isSafe) == [true, false])
  }

  @Test func keepsBodiesAsTheyAre() throws {
    let blocks = try blocks("```sql q\nselect '{{ x }}'\n\n  from  t\n```\n\n```table\n# c\nfrom: q\n```\n")
    #expect(blocks.map(\.body) == ["select '{{ x }}'\n\n  from  t\n", "# c\nfrom: q\n"])
    #expect(blocks.allSatisfy { $0.options.isEmpty })
  }

  @Test func numbersFiguresWithoutId() throws {
    let text = "## Table\n\n```table\n```\n\n```chart\n```\n\n```table\n```\n\n```table table-2\n```\n\n```table\n```\n"
    #expect(try blocks(text).map(\.name) == ["table-3", "chart", "table-4", "table-2", "table-5"])
    #expect(try page(body: text).outline.first == "h2 table: Table")
  }

  @Test func givesWrittenIdsFirst() throws {
    let text = "## Channels\n\n```chart channels\n```\n"
    #expect(try page(body: text).outline.first == "h2 channels-2: Channels")
  }

  @Test(arguments: [
    "```sql\nselect 1\n```", "````\n```sql x\n```\n````", "    ```sql x\n", "```text\n```", "```chat\n```",
    "```psql x\n```",
    "```sqll\n```", "```chrat a b\n```", "```reports\n```", "```terms-of-use\n```", "- ```chart\n  ```",
  ])
  func showsOthersAsCode(markdown: String) throws {
    #expect(try blocks(markdown).isEmpty)
    #expect(try page(body: markdown).outline.joined().contains("<pre"))
  }

  @Test(arguments: [
    ("```chrat\n```", "4:4: error: unknown fence `chrat`\n  ```chrat\n     ^\n= help: did you mean `chart`?"),
    ("```Sql x\n```", "4:4: error: unknown fence `Sql`\n  ```Sql x\n     ^\n= help: did you mean `sql`?"),
    ("```metrics all\n```", "4:4: error: unknown fence `metrics`"),
    ("```inlcude _a.md\n```", "4:4: error: unknown fence `inlcude`"),
    ("```term\n```", "4:4: error: unknown fence `term`"),
    ("```sql a b\n```", "4: error: expected one name after `sql`, found 2"),
    ("```table a b\n```", "4: error: expected one name after `table`, found 2"),
    (
      "```sql a-b\n```",
      "4:8: error: expected a name of letters a–z, digits and `_` that begins with a letter, found `a-b`\n  ```sql a-b"
    ),
    ("```chart 1st\n```", "4:10: error: expected a name of letters a–z, digits, `_` and `-` that begins"),
    ("```chart Ä\n```", "4:10: error: expected a name of letters a–z"),
    ("```sql page\n```", "4:8: error: a query cannot be called `page`"),
    ("```chart a\n```\n\n```table a\n```", "7:10: error: the id `a` stands twice on this page"),
    (
      "```sql a\n```\n\n```sql a\n```",
      """
      7:8: error: two queries are called `a`: the first stands at Content/guide/a.md:4
        ```sql a
               ^
      = help: give one of them another name
      """
    ),
    ("```report a\nby: [x]\n```", "5:5: error: expected a single value, found a list\n  by: [x]\n      ^"),
    ("```report a\nby: x\nby: y\n```", "5:1: error: a key stands twice: `by`"),
  ])
  func tellsWhatIsWrongAndWhere(body: String, expected: String) {
    let text = mistakes("---\ntitle: A\n---\n" + body)
    #expect(text.hasPrefix("Content/guide/a.md:" + expected), "\(body)\n\(text)")
  }

  @Test func placesOptions() throws {
    let option = try #require(try blocks("```report a\n\nby:  day\n```").first?.options.first)
    #expect(option.place.description == "Content/guide/a.md:6:1")
    #expect(option.valuePlace.description == "Content/guide/a.md:6:6")
  }

  @Test(arguments: [(0, "5:1"), (7, "5:8"), (9, "6:1"), (13, "6:4"), (400, "7:1")])
  func placesBytesOfBody(offset: Int, expected: String) throws {
    let block = try #require(try blocks("```sql q\nselect ä\n  fröm\n```\n").first)
    #expect(block.place(ofByte: offset == 9 ? 10 : offset).description == "Content/guide/a.md:\(expected)")
  }

  @Test func placesBytesOfIndentedBody() throws {
    let block = try #require(try blocks("  ```sql q\n  select x\n  ```\n").first)
    let place = block.place(ofByte: 7)
    #expect(place.description == "Content/guide/a.md:5:10")
    #expect(place.text == "  select x")
  }

  private func blocks(_ body: String) throws -> [Page.Block] {
    try page(body: body).pieces.compactMap { if case .block(let block) = $0 { block } else { nil } }
  }
}

import SQL
import Testing

@Suite struct ShapeTests {
  private let empty: EmptyDatabase

  init() throws { empty = try EmptyDatabase(Shelf.schema) }

  @Test func tellsColumnsParametersAndWhatIsRead() throws {
    let shape = try empty.shape(
      of: """
        select b.title, a.name as who from books b join authors a on a.key = b.author_key
        where b.pages > :most or b.title = :day
        """)
    #expect(shape.columns == ["title", "who"])
    #expect(shape.parameters == ["day", "most"])
    #expect(shape.reads == ["books": ["title", "pages", "author_key"], "authors": ["key", "name"]])
  }

  @Test func readsNoColumnWhereRowsAreCounted() throws {
    #expect(try empty.shape(of: "select count(*) as n from books").reads == ["books": []])
    #expect(try empty.shape(of: "select 1 as one").reads == [:])
  }

  @Test(arguments: [
    ("select titel from books", "titel", 7, "title"),
    ("select b.titel from books b", "b.titel", 7, "b.title"),
    ("select 'titel', \"titel\" from books", "titel", 16, "title"),
    ("select title\nfrom bokks", "bokks", 18, "books"),
    ("select maedian(pages) as m from books", "maedian", 7, "median"),
  ])
  func tellsWhatIsNotThereWithPlaceAndNearestName(
    _ sql: String, _ unknown: String, _ offset: Int, _ nearest: String
  ) throws {
    let error = try #require(failure { _ = try empty.shape(of: sql) })
    #expect(error.cause == .syntax)
    #expect(error.unknown == unknown)
    #expect(error.offset == offset, "\(sql)")
    #expect(error.nearest == nearest)
  }

  @Test func tellsSQLitesWordsAndTheByteOfAMistakeInSyntax() throws {
    let error = try #require(failure { _ = try empty.shape(of: "select 'é', title frm books") })
    #expect(error.message == "near \"books\": syntax error")
    #expect(error.offset == 23)
    #expect(error.cause == .syntax)
  }

  @Test func wantsEveryColumnToHaveANameOfItsOwn() throws {
    let error = try #require(failure { _ = try empty.shape(of: "select title, pages as Title from books") })
    #expect(error.message == "found two columns `Title`, expected each to have a name of its own: name one with `as`")
    #expect(error.offset == 23)
  }

  @Test(arguments: ["select ? as a", "select ?1 as a", "select @x as a", "select $x as a"])
  func wantsParametersByName(_ sql: String) throws {
    let error = try #require(failure { _ = try empty.shape(of: sql) })
    #expect(error.cause == .syntax)
    #expect(error.message.contains("expected a name such as `:start`"))
  }

  @Test func takesCommentsAndASemicolonAtTheEnd() throws {
    let sql = "-- the titles\nselect title from books; -- all; of them\n /* ; */ ;"
    #expect(try empty.shape(of: sql).columns == ["title"])
  }
}

import HTML
import Templating
import Testing

@Suite struct SectionTests {
  static let row = Schema("row", [.text("name"), .flag("last")])
  static let group = Schema("group", [.text("title"), .list("rows", row)])
  static let page = Schema(
    "page",
    [
      .text("title"), .text("unit"), .markup("lede"), .flag("open"), .one("owner", row), .list("groups", group),
    ])

  @Test(arguments: ["title", "lede", "open", "owner", "groups"])
  func dropsSectionOfWhatIsNotThere(_ name: String) throws {
    #expect(try render("{{#\(name)}}yes{{/\(name)}}{{^\(name)}}no{{/\(name)}}", Self.page) == "no")
  }

  @Test(arguments: ["title", "lede", "open", "owner", "groups"])
  func keepsSectionOfWhatIsThere(_ name: String) throws {
    let text = try render("{{#\(name)}}yes{{/\(name)}}{{^\(name)}}no{{/\(name)}}", Self.page) {
      $0.set("title", of: $0.root, text: "t")
      $0.set("lede", of: $0.root, markup: Markup(trusted: "<p>"))
      $0.set("open", of: $0.root, flag: true)
      _ = $0.append(to: "owner", of: $0.root)
      _ = $0.append(to: "groups", of: $0.root)
    }
    #expect(text == "yes")
  }

  @Test func treatsEmptyTextAndFalseAsNotThere() throws {
    let text = try render("{{#title}}a{{/title}}{{#lede}}b{{/lede}}{{#open}}c{{/open}}", Self.page) {
      $0.set("title", of: $0.root, text: "")
      $0.build("lede", of: $0.root) { _ in }
      $0.set("open", of: $0.root, flag: true)
      $0.set("open", of: $0.root, flag: false)
    }
    #expect(text == "")
  }

  @Test func repeatsNestedLists() throws {
    let text = try render(
      "{{#groups}}{{title}}({{#rows}}{{name}}{{^last}}, {{/last}}{{/rows}}){{/groups}}", Self.page
    ) {
      for (title, names) in [("A", ["1", "2", "3"]), ("B", []), ("C", ["4"])] {
        let group = $0.append(to: "groups", of: $0.root)
        $0.set("title", of: group, text: title)
        for name in names {
          let row = $0.append(to: "rows", of: group)
          $0.set("name", of: row, text: name)
          $0.set("last", of: row, flag: name == names.last)
        }
      }
    }
    #expect(text == "A(1, 2, 3)B()C(4)")
  }

  @Test func keepsListsThatAreBuiltInTurns() throws {
    let text = try render("{{#groups}}{{title}}{{#rows}}{{name}}{{/rows}};{{/groups}}", Self.page) {
      let a = $0.append(to: "groups", of: $0.root)
      let b = $0.append(to: "groups", of: $0.root)
      for (group, name) in [(b, "1"), (a, "2"), (b, "3"), (a, "4")] {
        let row = $0.append(to: "rows", of: group)
        $0.set("name", of: row, text: name)
      }
      $0.set("title", of: a, text: "A")
      $0.set("title", of: b, text: "B")
    }
    #expect(text == "A24;B13;")
  }

  @Test func climbsToOuterRecords() throws {
    let text = try render("{{#groups}}{{#rows}}{{title}}/{{name}}{{unit}} {{/rows}}{{/groups}}{{title}}", Self.page) {
      $0.set("title", of: $0.root, text: "page")
      $0.set("unit", of: $0.root, text: "h")
      let group = $0.append(to: "groups", of: $0.root)
      $0.set("title", of: group, text: "group")
      let row = $0.append(to: "rows", of: group)
      $0.set("name", of: row, text: "row")
    }
    #expect(text == "group/rowh page")
  }

  @Test func opensOneRecord() throws {
    let text = try render("{{#owner}}{{name}}{{#last}}!{{/last}} of {{title}}{{/owner}}", Self.page) {
      $0.set("title", of: $0.root, text: "page")
      let owner = $0.append(to: "owner", of: $0.root)
      $0.set("name", of: owner, text: "Ada")
      $0.set("last", of: owner, flag: true)
    }
    #expect(text == "Ada! of page")
  }

  @Test func opensSectionsByDots() throws {
    let inner = Schema("inner", [.text("x"), .flag("on")])
    let schema = Schema("page", [.text("y"), .one("a", Schema("a", [.list("b", inner), .text("y")]))])
    let source = "{{#a.b}}{{x}}{{y}}{{/a.b}}{{^a.b}}none{{/a.b}}"
    #expect(try render(source, schema) == "none")
    #expect(try render(source, schema) { _ = $0.append(to: "a", of: $0.root) } == "none")
    let text = try render(source, schema) {
      $0.set("y", of: $0.root, text: "outer ")
      let a = $0.append(to: "a", of: $0.root)
      $0.set("y", of: a, text: "passed by")
      for x in ["1", "2"] {
        let b = $0.append(to: "b", of: a)
        $0.set("x", of: b, text: x)
      }
    }
    #expect(text == "1outer 2outer ")
  }

  @Test func keepsSiblingSectionsApart() throws {
    let text = try render("{{#title}}a{{/title}}b{{#open}}c{{/open}}d", Self.page)
    #expect(text == "bd")
  }

  @Test func startsAnewAfterReset() throws {
    let source = "{{title}}{{#groups}}x{{/groups}}"
    let text = try render(source, Self.page) {
      $0.set("title", of: $0.root, text: "old")
      _ = $0.append(to: "groups", of: $0.root)
      $0.reset()
      _ = $0.append(to: "groups", of: $0.root)
      _ = $0.append(to: "groups", of: $0.root)
    }
    #expect(text == "xx")
  }

  @Test func sharesOneSchemaAmongFields() throws {
    let row = Schema("row", [.text("name")])
    let page = Schema("page", [.list("first", row), .list("second", row)])
    let text = try render("{{#first}}{{name}}{{/first}}|{{#second}}{{name}}{{/second}}", page) {
      for (list, name) in [("first", "a"), ("second", "b"), ("first", "c")] {
        let record = $0.append(to: list, of: $0.root)
        $0.set(row["name"], of: record, text: name)
      }
    }
    #expect(text == "ac|b")
  }
}

import Templating
import Testing

@Suite struct PartialTests {
  let schema = Schema("page", [.text("title"), .list("rows", Schema("row", [.text("name"), .text("title")]))])

  @Test func compilesPartialWhereItStands() throws {
    let text = try render(
      "{{> _head}}{{#rows}}{{> _head}}{{> parts/row}}{{/rows}}", schema,
      partials: ["_head": "<{{title}}>", "parts/row": "{{name}}"]
    ) {
      $0.set("title", of: $0.root, text: "page")
      let row = $0.append(to: "rows", of: $0.root)
      $0.set("title", of: row, text: "row")
      $0.set("name", of: row, text: "1")
    }
    #expect(text == "<page><row>1")
  }

  @Test func nestsPartials() throws {
    let partials = ["_a": "[{{> _b}}{{> _b}}]", "_b": "{{title}}"]
    #expect(try render("{{> _a}}", schema, partials: partials) { $0.set("title", of: $0.root, text: "t") } == "[tt]")
  }

  @Test func listsTemplatesSorted() {
    #expect(library("", partials: ["_b": "", "_a": ""], words: [:]).names == ["_a", "_b", "page"])
  }
}

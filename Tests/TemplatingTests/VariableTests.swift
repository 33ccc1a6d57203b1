import HTML
import Templating
import Testing

@Suite struct VariableTests {
  let schema = Schema(
    "page", [.text("text"), .markup("markup"), .one("a", Schema("a", [.one("b", Schema("b", [.text("c")]))]))])

  @Test func writesTextEscaped() throws {
    let page = try render("<p title=\"{{text}}\">{{ text }}</p>", schema) {
      $0.set("text", of: $0.root, text: "<a href='x'>\"&\"</a>")
    }
    let escaped = "&lt;a href=&#39;x&#39;&gt;&quot;&amp;&quot;&lt;/a&gt;"
    #expect(page == "<p title=\"\(escaped)\">\(escaped)</p>")
  }

  @Test func escapesQuoteBeforeCombiningMark() throws {
    let page = try render("{{text}}", schema) { $0.set("text", of: $0.root, text: "\"\u{301}<\u{338}") }
    #expect(Array(page.utf8) == Array("&quot;\u{301}&lt;\u{338}".utf8))
  }

  @Test func replacesNul() throws {
    #expect(try render("{{text}}", schema) { $0.set("text", of: $0.root, text: "a\0b") } == "a\u{FFFD}b")
  }

  @Test func passesInvalidTextThrough() throws {
    let template = try library("{{text}}", partials: [:], words: [:]).compile("page", for: schema)
    var values = Values(schema)
    let broken: [UInt8] = [0x61, 0xC3, 0x3C, 0xFF, 0xED, 0xA0, 0x80]
    broken.withUnsafeBufferPointer { values.set(schema["text"], of: values.root, bytes: $0) }
    var bytes: [UInt8] = []
    template.render(values, into: &bytes)
    #expect(bytes == [0x61, 0xC3] + Array("&lt;".utf8) + [0xFF, 0xED, 0xA0, 0x80])
  }

  @Test(arguments: ["{{markup}}", "{{{markup}}}", "{{&markup}}", "{{& markup }}", "{{{ markup }}}"])
  func writesMarkupAsItIs(_ source: String) throws {
    #expect(
      try render(source, schema) { $0.set("markup", of: $0.root, markup: Markup(trusted: "<b>&amp;</b>")) }
        == "<b>&amp;</b>")
  }

  @Test func leavesUnsetValuesEmpty() throws {
    #expect(try render("[{{text}}{{markup}}{{a.b.c}}]", schema) == "[]")
  }

  @Test func followsDots() throws {
    let page = try render("{{a.b.c}} {{#a}}{{b.c}}{{/a}}", schema) {
      let a = $0.append(to: "a", of: $0.root)
      let b = $0.append(to: "b", of: a)
      $0.set("c", of: b, text: "<deep>")
    }
    #expect(page == "&lt;deep&gt; &lt;deep&gt;")
  }

  @Test func writesNumbers() throws {
    let page = try render("{{text}}", schema) { $0.set("text", of: $0.root, number: -1_234_567) }
    #expect(page == "-1234567")
  }

  @Test func buildsValuesInPlace() throws {
    let page = try render("{{text}}|{{markup}}", schema) {
      $0.build("text", of: $0.root) { $0.append("a < b") }
      $0.build("markup", of: $0.root) {
        $0.append("<i>")
        $0.appendEscaped("a < b")
        $0.append("</i>")
      }
    }
    #expect(page == "a &lt; b|<i>a &lt; b</i>")
  }

  @Test func keepsTheLastOfTwoValues() throws {
    let page = try render("{{text}}", schema) {
      $0.set("text", of: $0.root, text: "first")
      $0.set("text", of: $0.root, text: "second")
    }
    #expect(page == "second")
  }

  @Test func bakesWordsIn() throws {
    let words = ["skip": "Skip to <content>", "unit.hour": "h"]
    #expect(
      try render("{{words.skip}} {{{words.skip}}} {{&words.unit.hour}}", schema, words: words)
        == "Skip to &lt;content&gt; Skip to <content> h")
  }

  @Test func keepsBracesOfTheText() throws {
    #expect(try render("a { b } } c {x} ☃", schema) == "a { b } } c {x} ☃")
  }

  @Test func rendersEmptyTemplate() throws {
    #expect(try render("", schema) == "")
  }
}

import Reports
import TestSupport
import Testing

@Suite struct MeasuresBlockTests {
  private let book: MeasureBook

  init() throws {
    book = try MeasureBooks.read(
      """
      rate: {title: Rate <b>, sentence: "A & B.", formula: (sessions_handed_off / sessions), minimum: 20, interval: wilson}
      fast: {title: F, sentence: S, unit: contact, anchor: start, format: percent, sql: avg(x < 3), n: count(x)}
      """)
  }

  @Test func givesEachMeasureAnEntry() throws {
    let entries = book.glossary(try Repository.words())
    #expect(entries.map(\.id) == book.measures.map { "measure-" + $0.name })
    let rate = try #require(entries.first { $0.name == "rate" })
    #expect(rate.role == "ai" && rate.title == "Rate <b>")
    #expect(
      rate.facts.map { "\($0.name) \($0.words)" } == [
        "counts an AI session", "placed in time by an AI session's start", "shown from 20 on",
        "with Wilson's interval at 95%",
      ])
    #expect(rate.definition.code.map(\.text) == ["(", "sessions_handed_off", " / ", "sessions", ")"])
    #expect(
      rate.definition.code.map(\.href) == [nil, "#measure-sessions_handed_off", nil, "#measure-sessions", nil])
    #expect(entries.first { $0.name == "fast" }?.definition.code.map(\.text) == ["avg(x < 3)", "; n = count(x)"])
  }

  @Test func writesThemAsDefinitionsThatOthersLinkTo() throws {
    var example = try Shop.example()
    example.context.measures = book
    let text = try example.report("measures").body.text
    #expect(text.contains("<dt id=\"measure-rate\" class=\"k k-ai\">Rate &lt;b&gt;"))
    #expect(text.contains("<p>A &amp; B.</p>"))
    #expect(text.contains("<a href=\"#measure-sessions\"><code>sessions</code></a>"))
    #expect(text.contains("<code>avg(x &lt; 3)</code>"))
    #expect(!text.contains("<b>"))
  }
}

import Diagnostics
import Testing
import Wording

@Suite struct WordsTests {
  @Test func givesWordsByKey() throws {
    let words = try words(["a.b": "Said {n}"])
    #expect(words["a.b"] == "Said {n}")
    #expect(words["a.c"] == "‹a.c›")
    #expect(words.has("a.b") && !words.has("a"))
    #expect(words.constants["a.b"] == "Said {n}")
    #expect(words.language == "en")
  }

  @Test(arguments: [
    ("In {period} {n} wrote.", "In May 3 wrote."), ("{n}{n}", "33"), ("{n", "{n"), ("n}", "n}"), ("{}", "{}"),
    ("{other}", "{other}"), ("{ n }", "{ n }"), ("", ""), ("{period}", "May"), ("{{n}}", "{{n}}"),
  ])
  func fillsPlaces(sentence: String, expected: String) throws {
    #expect(try words(["k": sentence]).fill("k", ["n": "3", "period": "May"]) == expected)
  }

  @Test func readsNoPlaceInsideValue() throws {
    #expect(try words(["k": "{a} {b}"]).fill("k", ["a": "{b}", "b": "{a}"]) == "{b} {a}")
  }

  @Test func countsByTwoForms() throws {
    let words = try words(["c.one": "{n} contact", "c.other": "{n} contacts"])
    #expect(
      [1, 0, 2, 2134, -1].map { words.count("c", $0) } == [
        "1 contact", "0 contacts", "2 contacts", "2,134 contacts", "−1 contact",
      ])
    #expect(words.count("d", 1) == "‹d.one›")
    #expect(words.fill("d", [:]) == "‹d›")
  }

  @Test func namesEveryMissingForm() {
    let broken = formEntries.filter { !["format.minus", "format.date.day"].contains($0.key) }
      .merging(["format.months": "Jan Feb"]) { $1 }
    let error = #expect(throws: Diagnostics.self) { try Words(language: "xx", entries: broken) }
    #expect(
      error?.description == """
        error: the words of the language lack `format.minus`
        error: `format.months` needs 12 words, found 2
        error: the words of the language lack `format.date.day`
        """)
  }

  @Test func namesFormOnceThatIsMissingAltogether() {
    let error = #expect(throws: Diagnostics.self) {
      try Words(language: "xx", entries: formEntries.filter { $0.key != "format.weekdays" })
    }
    #expect(error?.description == "error: the words of the language lack `format.weekdays`")
  }
}

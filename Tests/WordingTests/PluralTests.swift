import Diagnostics
import Testing
import Wording

@Suite struct PluralTests {
  private static let polish = [
    "format.plural.one": "n = 1", "format.plural.few": "n % 10 = 2..4 and n % 100 != 12..14",
    "format.plural.many": "n % 10 = 0..1,5..9 or n % 100 = 12..14", "c.one": "{n} kontakt", "c.few": "{n} kontakty",
    "c.many": "{n} kontaktów", "c.other": "{n} kontaktu",
  ]

  @Test(arguments: [
    (0, "0 kontaktów"), (1, "1 kontakt"), (2, "2 kontakty"), (4, "4 kontakty"), (5, "5 kontaktów"),
    (11, "11 kontaktów"), (12, "12 kontaktów"), (22, "22 kontakty"), (25, "25 kontaktów"), (112, "112 kontaktów"),
    (122, "122 kontakty"), (-3, "−3 kontakty"),
  ])
  func countsByFourForms(n: Int, expected: String) throws {
    let words = try words(PluralTests.polish)
    #expect(words.count("c", n) == expected)
    if n >= 0 { #expect(words.counted("c").text(n) == expected) }
  }

  @Test func countsBySixForms() throws {
    let rules = [
      "zero": "n = 0", "one": "n = 1", "two": "i = 2", "few": "n % 100 = 3..10", "many": "n % 100 = 11..99",
    ]
    var entries = ["c.other": "other"]
    for (form, rule) in rules {
      entries["format.plural." + form] = rule
      entries["c." + form] = form
    }
    let words = try words(entries)
    #expect(
      [0, 1, 2, 3, 10, 11, 99, 100, 102, 103, 111].map { words.count("c", $0) } == [
        "zero", "one", "two", "few", "few", "many", "many", "other", "other", "few", "many",
      ])
  }

  @Test func saysFormThatCountedThingLacksAsOther() throws {
    let words = try words(["format.plural.one": "n = 0..1", "c.other": "{n} Ding", "d.one": "a", "d.other": "b"])
    #expect([0, 1, 2].map { words.count("c", $0) } == ["0 Ding", "1 Ding", "2 Ding"])
    #expect([0, 1, 2].map { words.form("d", $0) } == ["d.one", "d.one", "d.other"])
    #expect(words.counted("c").text(1) == "1 Ding")
  }

  @Test func bendsUnitsOfLengthByForm() throws {
    let words = try words(
      PluralTests.polish.merging([
        "format.length.day.one": "{n} dzień", "format.length.day.other": "{n} dnia",
        "format.length.day.many": "{n} dni", "format.length.day.few": "{n} dni",
      ]) { $1 })
    #expect(words.length(.days(5)) == "5 dni" && words.length(.days(3)) == "3 dni")
  }

  @Test(arguments: [
    "", "n", "n =", "m = 1", "n = x", "n = 4..2", "n % 0 = 1", "n % x = 1", "n = 1 and", "n = 1 or or n = 2", "n < 3",
  ])
  func refusesRuleThatIsNone(rule: String) {
    let error = #expect(throws: Diagnostics.self) { try words(["format.plural.few": rule]) }
    #expect(
      error?.description == """
        error: `format.plural.few` is no rule: `\(rule)`
        = help: write it as CLDR does for whole numbers: `n % 10 = 2..4 and n % 100 != 12..14`
        """)
  }
}

import Diagnostics
import Reports
import Testing

@Suite struct MeasureFileTests {
  @Test func readsEveryKindOfMeasure() throws {
    let book = try MeasureBooks.read(
      """
      rate:
        title: Hand-off rate
        sentence: Of sessions, those handed off.
        formula: sessions_handed_off / sessions
        minimum: 20
        interval: wilson
      fast:
        title: Fast
        sentence: Replied to soon.
        unit: contact
        anchor: end
        format: percent
        sql: avg(first_reply_seconds < 300)
        n: count(first_reply_seconds)
      """)
    let rate = try #require(book["rate"])
    #expect(rate.unit == .session && rate.anchor == .start && rate.format == .percent && rate.minimum == 20)
    #expect(rate.hasInterval && rate.parts == ["sessions_handed_off", "sessions"])
    let fast = try #require(book["fast"])
    #expect(fast.unit == .contact && fast.anchor == .end && fast.format == .percent)
    #expect(book["sessions"]?.place.path == "program.yml" && book["nothing"] == nil)
  }

  @Test func replacesMeasuresOfOneNameInTheirPlace() throws {
    let book = try MeasureBooks.read(
      "customers: {title: Buyers, sentence: S, unit: customer, anchor: start, format: count, built_in: customers}")
    #expect(book.measures.map(\.name).prefix(3) == ["conversations", "customers", "sessions"])
    #expect(book["customers"]?.title == "Buyers")
  }

  @Test func readsTheProgramsOwnMeasures() throws {
    let book = try MeasureBooks.builtIn()
    let builtIn = Set(book.measures.compactMap(\.builtInName))
    #expect(builtIn == Set(BuiltInMeasure.allCases.map(\.rawValue)))
    #expect(book["handoff_rate"]?.format == .percent && book["demand_per_customer"]?.format == .number)
    for name in builtIn { #expect(book[name]?.builtInName == name) }
  }

  @Test func takesAnEmptyFile() throws {
    let file = MeasureFile(path: "measures.yml", text: "# nothing yet\n")
    #expect(try MeasureBook.read([file], queries: nil).measures.isEmpty)
  }

  @Test(arguments: [
    (
      "fast: {tilte: T, sentence: S, formula: sessions}",
      """
      measures.yml:1:8: error: unknown key `tilte`, expected one of `title`, `sentence`, `unit`, `anchor`, `format`, \
      `built_in`, `sql`, `formula`, `minimum`, `interval`, `n`
        fast: {tilte: T, sentence: S, formula: sessions}
               ^
      = help: did you mean `title`?
      measures.yml:1:1: error: the measure `fast` lacks `title`
        fast: {tilte: T, sentence: S, formula: sessions}
        ^
      = help: add a line `title: …` to it
      """
    ),
    (
      "a: {title: T, sentence: S}",
      """
      measures.yml:1:1: error: the measure `a` is not defined, expected one of `built_in`, `sql`, `formula`
        a: {title: T, sentence: S}
        ^
      measures.yml:1:1: error: the measure `a` lacks `unit`
        a: {title: T, sentence: S}
        ^
      = help: add a line `unit: …` to it
      measures.yml:1:1: error: the measure `a` lacks `anchor`
        a: {title: T, sentence: S}
        ^
      = help: add a line `anchor: …` to it
      measures.yml:1:1: error: the measure `a` lacks `format`
        a: {title: T, sentence: S}
        ^
      = help: add a line `format: …` to it
      """
    ),
    (
      "a: {title: T, sentence: S, unit: session, anchor: start, format: count, built_in: sessions, formula: sessions}",
      """
      measures.yml:1:1: error: the measure `a` has `built_in` and `formula`, expected one of them
        a: {title: T, sentence: S, unit: session, anchor: start, format: count, built_in: sessions, formula: sessions}
        ^
      """
    ),
    (
      "a: {title: T, sentence: S, unit: session, anchor: start, format: count, built_in: sesions}",
      """
      measures.yml:1:83: error: unknown built-in measure `sesions`
        a: {title: T, sentence: S, unit: session, anchor: start, format: count, built_in: sesions}
                                                                                          ^
      = help: did you mean `sessions`?
      """
    ),
    (
      "a: {title: T, sentence: S, unit: contact, anchor: end, format: percent, built_in: sessions}",
      """
      measures.yml:1:34: error: found the unit `contact`, but the built-in `sessions` counts `session`
        a: {title: T, sentence: S, unit: contact, anchor: end, format: percent, built_in: sessions}
                                         ^
      = help: write `unit: session`
      measures.yml:1:51: error: found the anchor `end`, but the built-in `sessions` is placed by `start`
        a: {title: T, sentence: S, unit: contact, anchor: end, format: percent, built_in: sessions}
                                                          ^
      = help: write `anchor: start`
      measures.yml:1:64: error: found the format `percent`, but the built-in `sessions` gives a count of sessions, \
      expected one of `count`, `number`
        a: {title: T, sentence: S, unit: contact, anchor: end, format: percent, built_in: sessions}
                                                                       ^
      """
    ),
    (
      "Fast: {}",
      """
      measures.yml:1:1: error: expected a name of small letters, digits and `_`, beginning with a letter, found `Fast`
        Fast: {}
        ^
      """
    ),
    (
      "fast: 3",
      """
      measures.yml:1:7: error: expected the keys of the measure `fast`, such as `title:`, found `3`
        fast: 3
              ^
      """
    ),
    (
      "- a",
      """
      measures.yml:1:1: error: expected `name:` lines, each with a measure below, found a list
        - a
        ^
      """
    ),
    (
      "a:\n  title: T\n  sentence: S\n  formula: sessions\nb:\n  title: T\na:\n  title: T",
      """
      measures.yml:7:1: error: the measure `a` is defined twice
        a:
        ^
      = help: the first definition is in line 1
      """
    ),
    (
      "a: {title: T, sentence: S, formula: sessions, minimum: 0, interval: wald}",
      """
      measures.yml:1:56: error: expected a whole number from 1, found `0`
        a: {title: T, sentence: S, formula: sessions, minimum: 0, interval: wald}
                                                               ^
      measures.yml:1:69: error: expected `wilson`, found `wald`
        a: {title: T, sentence: S, formula: sessions, minimum: 0, interval: wald}
                                                                            ^
      """
    ),
    (
      "a: {title: T, sentence: S, formula: sessions, interval: wilson}",
      """
      measures.yml:1:57: error: an interval stands with a share, and `a` is a count of sessions
        a: {title: T, sentence: S, formula: sessions, interval: wilson}
                                                                ^
      = help: take the interval out, or divide by what there was in all
      """
    ),
    (
      "a: {title: T, sentence: S, formula: sessions, n: count(*)}",
      """
      measures.yml:1:50: error: `n` stands with `sql` only: here it follows from the definition
        a: {title: T, sentence: S, formula: sessions, n: count(*)}
                                                         ^
      """
    ),
    (
      "a: {title: T, sentence: S, unit: sesion, anchor: start, format: count, sql: count(*)}",
      """
      measures.yml:1:34: error: unknown unit `sesion`, expected one of `conversation`, `session`, `contact`, \
      `demand`, `customer`
        a: {title: T, sentence: S, unit: sesion, anchor: start, format: count, sql: count(*)}
                                         ^
      = help: did you mean `session`?
      """
    ),
    (
      "a: {title: T, sentence: S, unit: demand, anchor: start, format: count, sql: count(*)}",
      """
      measures.yml:1:34: error: the unit `demand` has no table, expected one of conversation (start, close), \
      session (start), contact (end, start)
        a: {title: T, sentence: S, unit: demand, anchor: start, format: count, sql: count(*)}
                                         ^
      """
    ),
    (
      "a: {title: T, sentence: S, unit: contact, anchor: end, format: percent, sql: avg(x), interval: wilson}",
      """
      measures.yml:1:96: error: an interval needs to know of how many
        a: {title: T, sentence: S, unit: contact, anchor: end, format: percent, sql: avg(x), interval: wilson}
                                                                                                       ^
      = help: add `n:` with an expression that counts them, such as `count(*)`
      """
    ),
  ])
  func tellsMistakes(measures: String, expected: String) {
    #expect(MeasureBooks.mistakes(measures) == expected)
  }

  @Test func tellsTheMistakesOfAllFiles() {
    let mistakes = #expect(throws: Diagnostics.self) {
      try MeasureBook.read(
        [MeasureFile(path: "one.yml", text: "a: 1"), MeasureFile(path: "two.yml", text: "b: [")], queries: nil)
    }
    #expect(mistakes?.all.map(\.place?.path) == ["one.yml", "two.yml"])
  }
}

extension Measure {
  fileprivate var builtInName: String? {
    if case .builtIn(let builtIn) = definition { return builtIn.rawValue }
    return nil
  }
}

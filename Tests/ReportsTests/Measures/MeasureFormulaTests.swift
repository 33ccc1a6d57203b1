import Diagnostics
import Reports
import Testing

@Suite struct MeasureFormulaTests {
  private func measure(_ formula: String) throws -> Measure {
    try #require(try MeasureBooks.read("x: {title: T, sentence: S, formula: \"\(formula)\"}")["x"])
  }

  @Test(arguments: [
    ("sessions", Measure.Unit.session, Measure.Anchor.start, Measure.Format.count),
    ("sessions - sessions_handed_off", .session, .start, .count),
    ("sessions_handed_off / sessions", .session, .start, .percent),
    ("1 - sessions_handed_off / sessions", .session, .start, .percent),
    ("conversations / customers", .customer, .start, .number),
    ("demand / conversations", .conversation, .start, .number),
    ("handoffs / conversations", .conversation, .start, .number),
    ("100 * sessions_handed_off / sessions", .session, .start, .number),
    ("first_reply_p90 - first_reply", .contact, .end, .duration), ("handling / 2", .contact, .end, .duration),
    ("(contacts-contacts_answered)/contacts", .contact, .end, .percent),
    ("contacts_answered / contacts * contacts", .contact, .end, .number),
  ])
  func followsUnitAnchorAndFormat(
    formula: String, unit: Measure.Unit, anchor: Measure.Anchor, format: Measure.Format
  ) throws {
    let measure = try measure(formula)
    #expect(measure.unit == unit && measure.anchor == anchor && measure.format == format, "\(formula)")
  }

  /// A formula, the column of the caret in it from 1, and what is wrong.
  @Test(arguments: [
    (
      "contacts + sessions", 10,
      "`contacts + sessions` adds contacts and sessions, two units",
      "`demand` counts both without counting anyone twice"
    ),
    (
      "conversations - customers", 15, "`conversations - customers` subtracts customers from conversations, two units",
      nil
    ),
    (
      "sessions_handed_off / contacts", 21,
      "divides across anchors: `sessions_handed_off` is placed by an AI session's start, `contacts` by a contact's end",
      "show the two beside each other, or take measures of one anchor"
    ),
    (
      "contacts - handoffs", 10,
      "subtracts across anchors: `contacts` is placed by a contact's end, `handoffs` by their conversation's start",
      "show the two beside each other, or take measures of one anchor"
    ),
    (
      "sessions / conversations", 10,
      "divides across anchors: `sessions` is placed by an AI session's start, `conversations` by a conversation's start",
      "show the two beside each other, or take measures of one anchor"
    ),
    (
      "contacts + contacts_answered / contacts", 10,
      "`contacts + contacts_answered / contacts` adds a count of contacts and a share", nil
    ),
    ("contacts + first_reply", 10, "`contacts + first_reply` adds a count of contacts and a median or percentile", nil),
    (
      "first_reply + handling", 13, "`first_reply + handling` adds medians or percentiles, which gives that of nothing",
      "define the sum for each contact in SQL, then take its median"
    ),
    (
      "first_reply / handling", 13,
      "`first_reply / handling` divides medians or percentiles, which gives a share of nothing", nil
    ),
    (
      "first_reply / contacts", 13, "`first_reply / contacts` divides a median or percentile by a count of contacts",
      nil
    ),
    ("1 / contacts", 3, "`1 / contacts` divides a bare number by a count of contacts", nil),
    ("contacts + 1", 10, "`contacts + 1` adds a count of contacts and a bare number", nil),
    ("contacts * contacts", 10, "`contacts * contacts` multiplies a count of contacts by a count of contacts", nil),
    (
      "came_back_24h + conversations / conversations", 15,
      "`came_back_24h + conversations / conversations` adds shares of different wholes", nil
    ),
    ("contacs / contacts", 1, "unknown measure `contacs`", "did you mean `contacts`?"),
    ("contacts /", 11, "found the formula's end, expected a measure, a number or `(`", nil),
    ("contacts contacts", 10, "found `c`, expected `+`, `-`, `*`, `/` or the formula's end", nil),
    ("(contacts", 10, "found the formula's end, expected `)`", nil),
    ("contacts % 2", 10, "found `%`, expected `+`, `-`, `*`, `/` or the formula's end", nil),
    ("contacts / 1.2.3", 12, "unreadable number, expected digits with at most one point", nil),
    ("3 + 4", 1, "the formula `3 + 4` names no measure", nil),
    ("-contacts", 1, "found `-`, expected a measure, a number or `(`", nil),
  ])
  func tellsWhatMakesNoSense(formula: String, column: Int, summary: String, help: String?) throws {
    let prefix = "x: {title: T, sentence: S, formula: \""
    let error = #expect(throws: Diagnostics.self) { try MeasureBooks.read(prefix + formula + "\"}") }
    let first = try #require(error?.all.first)
    #expect(error?.all.count == 1)
    #expect(first.summary == summary)
    #expect(first.help == help)
    #expect(first.place?.column == prefix.count + column)
  }

  @Test func putsTheCaretUnderTheOperatorOfABlock() {
    let measures = """
      x:
        title: T
        sentence: S
        formula: >
          (contacts_answered
           + sessions)
          / contacts
      """
    #expect(
      MeasureBooks.mistakes(measures) == """
        measures.yml:6:6: error: `contacts_answered + sessions` adds contacts and sessions, two units
               + sessions)
               ^
        = help: `demand` counts both without counting anyone twice
        """)
  }

  @Test func saysTheCircle() {
    let measures = """
      a: {title: T, sentence: S, formula: b}
      b: {title: T, sentence: S, formula: c / contacts}
      c: {title: T, sentence: S, formula: a * 2}
      d: {title: T, sentence: S, formula: d}
      e: {title: T, sentence: S, formula: a}
      """
    #expect(
      MeasureBooks.mistakes(measures) == """
        measures.yml:3:37: error: circular measures: a → b → c → a
          c: {title: T, sentence: S, formula: a * 2}
                                              ^
        = help: define one of them without the others
        measures.yml:4:37: error: circular measures: d → d
          d: {title: T, sentence: S, formula: d}
                                              ^
        = help: define one of them without the others
        """)
  }

  @Test func tellsADeclarationThatDiffers() {
    let measures = "x: {title: T, sentence: S, unit: contact, format: duration, formula: sessions}"
    #expect(
      MeasureBooks.mistakes(measures) == """
        measures.yml:1:34: error: found the unit `contact`, but its formula counts `session`
          x: {title: T, sentence: S, unit: contact, format: duration, formula: sessions}
                                           ^
        = help: write `unit: session`
        measures.yml:1:51: error: found the format `duration`, but its formula gives a count of sessions, expected one \
        of `count`, `number`
          x: {title: T, sentence: S, unit: contact, format: duration, formula: sessions}
                                                            ^
        """)
  }

  @Test func stopsAtDeepParentheses() {
    let formula = String(repeating: "(", count: 60) + "contacts" + String(repeating: ")", count: 60)
    #expect(
      MeasureBooks.mistakes("x: {title: T, sentence: S, formula: \"\(formula)\"}")
        .contains("parentheses nest more than 50 deep"))
  }
}

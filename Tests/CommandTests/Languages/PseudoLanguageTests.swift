import Foundation
import TestSupport
import Testing

@Suite struct PseudoLanguageTests {
  /// What a page shows in English in every language: the program's name and names that the data or `site.yml` gives.
  private static let names: Set<String> = [
    "Triptych", "Etc/UTC", "SIDEKICK_V2", "exports/events.jsonl", "exports/events.csv",
  ]

  @Test func showsNoWordThatTheLanguageDoesNotGive() throws {
    let site = try ForeignSite()
    let pages = try site.build()
    for kind in ["index.html", "sessions/", "timelines/", "customers/", "reports/figures.html", "2025-08/"] {
      #expect(pages.keys.contains { $0.hasPrefix(kind) }, "no page \(kind)")
    }
    var found: [String: Set<String>] = [:]
    for (address, html) in pages {
      let seen = SeenWords(html)
      #expect(seen.open.isEmpty, "brackets of \(address)")
      #expect(html.hasPrefix("<!doctype html>\n<html lang=\"xx\""), "\(address)")
      for word in seen.unbracketed where !isData(word) { found[word, default: []].insert(address) }
      #expect(!html.contains("‹"), "\(address) names words that there are not")
    }
    let list = found.sorted { $0.key < $1.key }.map { "\($0.key) (\($0.value.sorted()[0]))" }
    #expect(list.isEmpty, "words outside of the language:\n\(list.joined(separator: "\n"))")
  }

  private func isData(_ found: String) -> Bool {
    let word = found.split(separator: " ").last.map(String.init) ?? ""
    return PseudoLanguageTests.names.contains(word)
  }

  @Test(arguments: [
    ("More", "⟦Ṁóŕé··⟧"), (" was with {the_ai} only.", " ⟦ŵáś ŵíťĥ {the_ai} óńĺý.········⟧"), ("{n}", "{n}"),
    ("[AI session](term:session)", "⟦[ÁÍ śéśśíóń](term:session)·········⟧"), ("–", "–"), ("", ""),
  ])
  func makesTextsOfThePseudoLanguage(english: String, expected: String) {
    #expect(PseudoLanguage.text(english) == expected)
  }

  @Test func findsWordsOutsideOfBrackets() {
    let seen = SeenWords(
      """
      <p title="One ⟦two⟧" class="x">⟦three <b>four</b> ⟦5⟧⟧ five 6 <code>code</code></p><svg><title>Six</title></svg>
      <a aria-label="⟦a > b⟧" href="seven">Пять&nbsp;eight</a>
      """)
    #expect(seen.unbracketed == ["<p title> One", "<p> five", "<title> Six", "<a> eight"])
    #expect(seen.open.isEmpty)
  }
}

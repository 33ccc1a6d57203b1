import Foundation
import TestSupport
import Testing
import Time
import Wording

/// The German words against the English ones, which the program is written with.
@Suite struct GermanWordsTests {
  private let english: [String: String]
  private let german: [String: String]

  init() throws {
    func entries(_ language: String) throws -> [String: String] {
      let path = "Content/i18n/\(language).yml"
      return try WordsFile.read(try String(contentsOfFile: Repository.root + "/" + path, encoding: .utf8), path: path)
    }
    english = try entries("en")
    german = try entries("de")
  }

  @Test func saysAllThatEnglishSays() {
    let missing = english.keys.filter { german[$0] == nil && !$0.hasPrefix("names.") }.sorted()
    #expect(missing.isEmpty)
    let strange = german.keys.filter { english[$0] == nil && !$0.hasPrefix("names.") && !$0.hasPrefix("measure.") }
    #expect(strange.sorted().isEmpty)
  }

  @Test func namesEveryMeasureOfTheProgram() throws {
    let text = try String(contentsOfFile: Repository.root + "/Content/measures.yml", encoding: .utf8)
    let measures = try WordsFile.read(text, path: "Content/measures.yml").keys
      .filter { $0.hasSuffix(".title") || $0.hasSuffix(".sentence") }.map { "measure." + $0 }
    #expect(Set(measures) == Set(german.keys.filter { $0.hasPrefix("measure.") }))
  }

  /// Values that a sentence is never given would stand in it as `{name}`.
  @Test func hasNoPlacesOrLinksThatEnglishLacks() {
    let names = Set(german.keys.filter { $0.hasPrefix("names.") }.map { $0.split(separator: ".")[1] })
    for (key, words) in german where !key.hasPrefix("names.") && !key.hasPrefix("measure.") {
      let places = self.places(words).filter { !names.contains($0) }
      let known = Set(self.places(english[key] ?? ""))
      #expect(known.isSuperset(of: places), "\(key): \(words)")
      #expect(links(words) == links(english[key] ?? ""), "\(key): \(words)")
    }
  }

  @Test func writesNumbersDatesAndTimesInGerman() throws {
    let words = try Words(language: "de", entries: Labels().fill(german))
    let (day, other) = (CivilDate(year: 2025, month: 9, day: 18), CivilDate(year: 2025, month: 10, day: 4))
    #expect(words.number(-1_234_567) == "−1.234.567")
    #expect(words.quotient(12_345, 10) == "1.234,5" && words.percent(123, of: 1000) == "12,3\u{A0}%")
    #expect(words.change(from: 100, to: 98) == "−2,0\u{A0}%")
    #expect(words.day(day) == "Do., 18. Sept." && words.dayAndYear(day) == "Do., 18. Sept. 2025")
    #expect(words.dayLong(day) == "Donnerstag, 18. September 2025" && words.month(day) == "September 2025")
    #expect(words.range(day, day) == "18. September 2025")
    let march = CivilDate(year: 2026, month: 3, day: 3)
    #expect(words.range(march, march.advanced(by: 11)) == "3.–14. März 2026")
    #expect(words.range(day, other) == "18. Sept. – 4. Okt. 2025")
    #expect(words.time(millisecondOfDay: 61_500_000) == "17:05")
    #expect(words.length(.minutes(142)) == "2\u{A0}h 22\u{A0}min" && words.length(.days(11)) == "11\u{A0}Tage")
    #expect(words.count("count.contacts", 1) == "1 Kontakt" && words.count("count.contacts", 0) == "0 Kontakte")
  }

  @Test func bendsNames() {
    #expect(Labels().fill(german)["timeline.lede.only.ai"] == " Sie fand nur mit der KI statt.")
    #expect(Labels(ai: "Fern").fill(german)["timeline.lede.only.ai"] == " Sie fand nur mit Fern statt.")
  }

  private func places(_ words: String) -> [Substring] {
    words.matches(of: /\{([^}!]+)(?:![a-z]+)?\}/).map(\.output.1)
  }

  private func links(_ words: String) -> [Substring] { words.matches(of: /\]\(([^)]*)\)/).map(\.output.1).sorted() }
}

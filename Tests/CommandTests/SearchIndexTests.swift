import Foundation
import TestSupport
import Testing

/// What a build writes for search, read as the page's script reads it.
@Suite struct SearchIndexTests {
  private let space: Workspace

  init() throws {
    space = try Workspace()
    try space.makeSite(customers: 3, days: 3, badRecords: false)
    try space.write("site/Content/exports/events-1.jsonl", SearchIndexTests.events)
    try space.write("site/Content/exports/zz/customers.jsonl", SearchIndexTests.people)
  }

  @Test func findsNamesIdsAddressesAndTitlesExactly() throws {
    let index = try index()
    let (dvorak, hostile) = (try customer("dvorak", index), try customer("zwei", index))
    #expect(try customer("id-7 x", index) == dvorak)
    #expect(try customer("anne.dvorak@example.org", index) == dvorak)
    #expect(dvorak[0] == "Änne Dvořák")
    #expect(dvorak[2] == "Id-7 X · Anne.Dvorak@Example.org")
    #expect(hostile[0] == "</script><img src=x onerror=alert(1)> `${zwei}` \\u0041")
    let faq = index.numbers("window", "p").map { index.document("p", $0) }
    #expect(faq.contains { $0[1] == "faq.html#window" && $0[2].hasPrefix("The time that") })
    #expect(index.numbers("overview", "p").map { index.document("p", $0)[1] }.contains("index.html"))
    let field = try #require(index.fields("cv-`1")?.first { $0.first == "k" })
    #expect(field.hasSuffix("|CV-`1"))
  }

  @Test func findsWordsOfMessagesAndLeadsToThem() throws {
    let index = try index()
    let found = try #require(index.messages("wheelbarrow"))
    #expect(found.count == 2)
    let documents = found.numbers.map { index.document("m", $0) }
    #expect(documents.map { $0[4] } == ["The WHEELBARROW's wheel is <b>off</b>", "Which wheelbarrow?"])
    for document in documents {
      let page = "timelines/\(document[0].prefix(2))/\(document[0]).html"
      #expect(try space.read("site/public/" + page).contains("id=\"e-\(document[1].dropFirst())\""))
    }
    #expect(index.messages("later") == nil)
  }

  @Test func leadsToThePageOfALongTimeline() throws {
    let lines = (0..<1200).map { number in
      let day = String(format: "%02d", 1 + number / 100)
      let time = String(format: "%02d:%02d", number % 100 / 10, number % 10)
      return #"{"id":"l\#(number)","customer":"long","at":"2026-02-\#(day)T\#(time):00Z","kind":"message","#
        + #""actor":"customer","channel":"chat","text":"w\#(number)"}"#
    }
    try space.write("site/Content/exports/events-2.jsonl", lines.joined(separator: "\n") + "\n")
    let index = try index()
    for number in stride(from: 0, to: 1200, by: 97) {
      let document = index.document("m", try #require(index.messages("w\(number)")?.numbers.first))
      let page = try space.read("site/public/timelines/\(document[0].prefix(2))/\(document[0]).html")
      #expect(document[0].contains("-2026-02"))
      #expect(page.contains("id=\"e-\(document[1].dropFirst())\""))
    }
  }

  @Test func makesWhatTheConfigurationAllows() throws {
    let configuration = try space.read("site/Content/site.yml")
    try space.write("site/Content/site.yml", configuration + "\nsearch: names\n")
    let index = try index()
    #expect(index.messages("wheelbarrow") == nil)
    #expect(try customer("dvorak", index).count == 3)
    try space.write("site/Content/site.yml", configuration + "\nsearch: off\n")
    #expect(try self.index().terms.isEmpty)
    #expect(throws: (any Error).self) { try space.read("site/public/search.html") }
    #expect(try !space.read("site/public/index.html").contains("search.html"))
  }

  @Test func writesTheSameForAnyNumberOfThreads() throws {
    _ = try index(["--jobs", "1"])
    let one = try space.tree("site/public/search")
    _ = try index(["--jobs", "3", "--output", space.path + "/other"])
    #expect(try space.tree("other/search") == one)
  }

  private func index(_ options: [String] = []) throws -> ReadIndex {
    let result = try Program.run(["build", "--site", space.path + "/site"] + options)
    #expect(result.code == 0, "\(result.errors)")
    return ReadIndex(
      Dictionary(
        uniqueKeysWithValues: try space.tree("site/public/search").map { (String($0.key.dropLast(3)), Array($0.value)) }
      ))
  }

  private func customer(_ term: String, _ index: ReadIndex) throws -> [String] {
    index.document("c", try #require(index.numbers(term, "c").first, "\(term)"))
  }

  private static let people = #"""
    {"id":"Id-7 X","name":"Änne Dvořák","emailAddresses":["Anne.Dvorak@Example.org"]}
    {"id":"hostile","name":"</script><img src=x onerror=alert(1)> `${zwei}` \\u0041"}

    """#

  private static let events = #"""
    {"id":"m1","customer":"Id-7 X","at":"2026-02-03T10:00:00Z","kind":"message","actor":"customer","channel":"chat","conversation":"CV-`1","text":"The WHEELBARROW's wheel is <b>off</b>"}
    {"id":"m2","customer":"Id-7 X","at":"2026-02-03T10:01:00Z","kind":"message","actor":"ai","channel":"chat","conversation":"CV-`1","text":"Which\n\twheelbarrow?"}
    {"id":"m3","customer":"hostile","at":"2026-02-03T10:02:00Z","kind":"message","actor":"customer","channel":"chat","text":"`);alert(1)//  \\ ${x}"}

    """#
}

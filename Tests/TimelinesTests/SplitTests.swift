import Testing
import Timelines

/// Long timelines are split; nothing is lost and no anchor moves away from the first page.
@Suite struct SplitTests {
  /// `conversations` of five events each, two days apart, then one of `long` events.
  private func history(conversations: Int, long: Int) -> History {
    var history = History()
    for index in 0..<conversations {
      let day = "2026-\(pad(1 + index / 14))-\(pad(1 + index % 14 * 2))"
      for minute in 0..<4 {
        let actor = minute % 2 == 0 ? "customer" : "ai"
        history.add("\(day)T10:0\(minute):00Z", "message", actor, ["to": "ai", "text": "\(index).\(minute)"])
      }
      history.add("\(day)T10:30:00Z", "handoff", "ai")
    }
    for index in 0..<long {
      let time = "2026-12-01T\(pad(index / 60)):\(pad(index % 60)):00Z"
      history.add(time, "message", "customer", ["to": "team", "text": "long \(index)"])
    }
    return history
  }

  private func pad(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }

  @Test func keepsOnePageUpToTheLimit() throws {
    var settings = TimelineSettings()
    settings.messagesPerPage = 25
    #expect(try history(conversations: 5, long: 0).pages(settings: settings).count == 1)
    #expect(try history(conversations: 5, long: 1).pages(settings: settings).count > 1)
  }

  @Test func showsEveryEventOnceAndEveryAnchorOnTheFirstPage() throws {
    var settings = TimelineSettings()
    settings.messagesPerPage = 20
    let whole = try history(conversations: 30, long: 130).pages()[0]
    let pages = try history(conversations: 30, long: 130).pages(settings: settings)
    let groups = whole.ids.filter { "csk".contains($0.first ?? " ") && $0.dropFirst().first == "-" }
    let events = whole.ids.filter { $0.hasPrefix("e-") }
    #expect(groups.count == 31 + 30 + 31 && events.count == 30 * 5 + 130)
    let first = pages[0].ids
    for id in groups { #expect(first.count { $0 == id } == 1, "\(id) on the first page") }
    let parts = pages.dropFirst().flatMap(\.ids)
    #expect(parts.filter { $0.hasPrefix("e-") }.sorted() == events.sorted())
    #expect(parts.filter { groups.contains($0) }.sorted() == groups.sorted())
    #expect(!first.contains { $0.hasPrefix("e-") })
  }

  @Test func namesPagesByMonthAndCount() throws {
    var settings = TimelineSettings()
    settings.messagesPerPage = 40
    let pages = try history(conversations: 15, long: 90).pages(settings: settings)
    let stem = String(pages[0].address.dropLast(5))
    #expect(
      pages.map(\.address)
        == [
          "", "-2026-01", "-2026-01-2", "-2026-02", "-2026-12", "-2026-12-2", "-2026-12-3",
        ].map { stem + $0 + ".html" })
    #expect(pages[2].lede.contains("January 2026, 2 of 2") && pages[2].title == "c, January 2026, 2 of 2")
    #expect(pages[4].picture.contains("<svg") && pages[5].picture.isEmpty)
    #expect(pages[6].list.contains("Contact 1, continued") && pages[6].list.contains("Conversation 16, continued"))
  }

  @Test func resolvesEveryLinkBetweenPages() throws {
    var settings = TimelineSettings()
    settings.messagesPerPage = 20
    let pages = try history(conversations: 30, long: 130).pages(settings: settings)
    let byFile = Dictionary(uniqueKeysWithValues: pages.map { ($0.file, $0) })
    for page in pages {
      #expect(Set(page.ids).count == page.ids.count, "\(page.address): an id twice")
      for href in page.values("href") where !href.contains("../") && !href.hasPrefix("http") {
        let parts = href.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let target = byFile[parts[0].isEmpty ? page.file : parts[0]]
        let isThere = parts.count == 1 || target?.ids.contains(parts[1]) == true
        #expect(target != nil && isThere, "\(page.file): \(href)")
      }
    }
  }

  @Test func limitsPicturesOfLongTimelines() throws {
    let page = try history(conversations: 60, long: 0).pages()[0]
    #expect(page.picture.components(separatedBy: "lanes-scroll").count - 1 == 2)
    #expect(page.picture.contains("The picture shows the latest 10 of 60 conversations."))
  }

  @Test func foldsTheMiddleOfManyMessages() throws {
    let thread = try history(conversations: 0, long: 41).pages()[0]
    #expect(thread.list.contains("<summary>17 more messages, 00:12 to 00:28</summary>"))
    #expect(try !history(conversations: 0, long: 40).pages()[0].list.contains("<summary>"))
    #expect(thread.ids.filter { $0.hasPrefix("e-") }.count == 41)
  }

  @Test func leavesOutWhatComesAfterTheEndOfData() throws {
    let page = try history(conversations: 0, long: 5).pages(asOf: "2026-12-01T00:02:00Z")[0]
    #expect(page.list.contains("long 2") && !page.list.contains("long 3"))
  }

  @Test func keepsAnchorsWhenLaterDataCome() throws {
    let before = try history(conversations: 3, long: 0).pages()[0].ids.filter { $0.contains("-") }
    let after = try history(conversations: 3, long: 9).pages()[0].ids.filter { $0.contains("-") }
    #expect(Set(before).isSubset(of: Set(after)))
  }
}

import Foundation
import Testing
import Timelines

/// Small histories beside the complete pages that they become. `RECORD=1` writes the pages anew.
@Suite struct GoldenTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Goldens")

  @Test(arguments: ["worked-example", "boundaries", "hostile", "split"])
  func rendersHistoryAsRecorded(_ name: String) throws {
    let folder = Self.folder.appending(path: name)
    let input = try String(contentsOf: folder.appending(path: "events.jsonl"), encoding: .utf8)
    var settings = TimelineSettings()
    settings.linkTemplate = "https://platform.example/customers/{customer}"
    if name == "split" { settings.messagesPerPage = 6 }
    let pages = try render(input, zone: "Europe/Lisbon", settings: settings)
    let found = pages.map { "<!-- \($0.address): \($0.title) -->\n\($0.text)" }.joined(separator: "\n")
    let golden = folder.appending(path: "timeline.html")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try found.write(to: golden, atomically: true, encoding: .utf8)
    }
    let expected = try String(contentsOf: golden, encoding: .utf8)
    #expect(found == expected, "\(name): see \(golden.path)")
  }

  @Test func keepsSmallTimelineSmall() throws {
    let input = try String(
      contentsOf: Self.folder.appending(path: "boundaries/events.jsonl"), encoding: .utf8)
    let page = try #require(try render(input).first)
    let events = input.split(separator: "\n").count
    #expect(page.text.utf8.count < 25_000 * max(30, events) / 30, "\(events) events, \(page.text.utf8.count) bytes")
  }
}

import Demo
import Foundation
import Testing
import Time

/// Whether the invented shop looks like one: shares within wide bounds, for one large seed.
@Suite struct DemoProportionsTests {
  static let items = ExportedFiles(DemoExport(customers: 600, days: 60, seed: 42)).items

  private func share(_ part: Int, of whole: Int) -> Double { Double(part) / Double(max(1, whole)) }

  @Test(arguments: [
    ("CHAT_MESSAGE", 0.30, 0.65), ("EMAIL", 0.07, 0.30), ("SMS", 0.04, 0.22), ("WHATSAPP", 0.03, 0.16),
    ("PHONE_CALL", 0.005, 0.08), ("VOICEMAIL", 0.001, 0.04), ("CONVERSATION_NOTE", 0.005, 0.06),
    ("TOPIC_CHANGE", 0.01, 0.15), ("TASK", 0.0005, 0.03), ("CUSTOMER_ACTIVITY", 0.005, 0.08),
    ("CONVERSATION_STATUS_CHANGE", 0.03, 0.2),
  ])
  func usesEachTypeOfContentInItsShare(_ name: String, _ least: Double, _ most: Double) {
    let count = Self.items.count { $0.type == name }
    #expect((least...most).contains(share(count, of: Self.items.count)), "\(name): \(count) of \(Self.items.count)")
  }

  @Test func letsTheAIAnswerChatsAndAgentsTakeOverSome() {
    let chats = Self.items.filter { $0.type == "CHAT_MESSAGE" }
    let sessions = Dictionary(grouping: chats) { $0.session ?? "" }
    let withAI = sessions.values.filter { $0.contains { $0.initiator == "SYSTEM" } }
    let handedOver = withAI.filter { $0.contains { $0.initiator == "AGENT" } }
    #expect((0.8...0.98).contains(share(withAI.count, of: sessions.count)))
    #expect((0.15...0.5).contains(share(handedOver.count, of: withAI.count)))
  }

  @Test func closesByAgentsAndBySystemAndReopens() {
    let changes = Self.items.filter { $0.type == "CONVERSATION_STATUS_CHANGE" }
    func count(_ status: String, _ by: String) -> Int {
      changes.count { $0.status == status && $0.initiator == by }
    }
    #expect(count("CLOSED", "AGENT") > 100)
    #expect(count("CLOSED", "SYSTEM") > 50)
    #expect(count("OPEN", "AGENT") > 5)
  }

  @Test func writesMoreAtMiddayThanAtNightAndLessAtWeekends() {
    var hours = Array(repeating: 0, count: 24)
    var weekdays = Array(repeating: 0, count: 7)
    for item in Self.items where item.initiator == "CUSTOMER" {
      guard let at = Instant(item.time) else { continue }
      let local = at - .hours(5)
      hours[Int(local.milliseconds / 3_600_000 % 24)] += 1
      weekdays[CivilDate(dayNumber: Int(local.milliseconds / 86_400_000)).weekday] += 1
    }
    #expect(hours[10...12].reduce(0, +) > 10 * hours[2...4].reduce(0, +), "\(hours)")
    #expect(weekdays[5] + weekdays[6] < weekdays[0] + weekdays[1], "\(weekdays)")
  }

  @Test func hasAFewCustomersWithHundredsOfItems() {
    let counts = Dictionary(grouping: Self.items) { $0.customer ?? "" }.values.map(\.count).sorted()
    #expect(counts.count == 600)
    #expect(counts.suffix(2).allSatisfy { $0 > 200 }, "\(counts.suffix(5))")
    #expect(counts[300] < 30)
  }

  @Test func quotesEarlierMailsAndWritesMarkdownAndHostileText() {
    let texts = Self.items.flatMap(\.texts)
    #expect(texts.contains { $0.contains("wrote:\n> ") && $0.contains("\n> > ") })
    #expect(texts.contains { $0.contains("**") && $0.contains("](https://") })
    #expect(texts.contains { $0.contains("<script>") })
    #expect(texts.contains { $0.contains("=1+1") })
  }

  @Test func leavesNoGapUnfilled() {
    let gap = /\{[a-z]+\}/
    let texts = Self.items.flatMap(\.texts)
    #expect(texts.filter { $0.contains(gap) } == [])
  }

  @Test func keepsAConversationWithinOneCustomer() {
    let groups = Dictionary(grouping: Self.items.filter { $0.conversation != nil }) {
      $0.conversation ?? ""
    }
    #expect(groups.count > 800)
    #expect(groups.values.allSatisfy { Set($0.compactMap(\.customer)).count == 1 })
  }

  @Test func givesMessagesAConversation() {
    let loose = Self.items.filter { $0.conversation == nil && $0.type != "CUSTOMER_ACTIVITY" }
    #expect(loose.count == 0)
  }
}

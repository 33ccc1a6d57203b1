import Reports
import Testing

@Suite struct WorkedExampleTests {
  @Test func drawsWhatTheRulesSay() throws {
    let report = try Shop.example().report("worked-example", at: "faq.html")
    #expect(report.placement == .prose)
    let text = report.body.text
    for title in [
      "Conversation 1: 10:00 to 17:25", "Session 1: 10:00 to 12:15", "Session 2: 17:00 to 17:10",
      "Contact 1: 17:10 to 17:25",
    ] {
      #expect(text.contains("<title>\(title)</title>"), "\(title)")
    }
    #expect(text.contains("window ends"))
    #expect(text.contains("10:00 tomorrow"))
    #expect(text.contains(">hand-off<"))
  }
}

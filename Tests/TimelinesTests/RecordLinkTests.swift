import Diagnostics
import Testing
import Timelines

@Suite struct RecordLinkTests {
  private func link(_ template: String, customer: String = "a b/c?d") throws -> [String] {
    var settings = TimelineSettings()
    settings.linkTemplate = template
    let time = #""at":"2026-05-04T10:00:00Z","kind":"message","actor":"customer""#
    let line = #"{"id":"1","customer":"\#(customer)","conversation":"x#y",\#(time)}"#
    return try render(line, settings: settings)[0].values("href").filter { $0.hasPrefix("http") }
  }

  @Test func encodesCustomersId() throws {
    #expect(try link("https://p.example/{customer}") == ["https://p.example/a%20b%2Fc%3Fd"])
  }

  @Test func leadsToConversationsRecord() throws {
    #expect(try link("https://p.example/{customer}/{conversation}") == ["https://p.example/a%20b%2Fc%3Fd/x%23y"])
  }

  @Test(arguments: ["javascript:alert(1)", "data:text/html,{customer}", "//p.example/{customer}", "/customers"])
  func refusesOtherSchemes(_ template: String) {
    #expect(throws: Diagnostics.self) { try link(template) }
  }
}

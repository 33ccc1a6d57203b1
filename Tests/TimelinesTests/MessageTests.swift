import Events
import Testing

@testable import Timelines

/// What people wrote is shown as text, by the format of its author.
@Suite struct MessageTests {
  private func page(_ text: String, actor: String = "customer", subject: String = "") throws -> RenderedPage {
    var history = History()
    history.add(
      "2026-05-04T10:00:00Z", "message", actor, channel: "email", ["to": "team", "text": text, "subject": subject])
    return try history.pages()[0]
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "</p></li></ol></section>", "{{name}} {{{lede}}}",
    "<!-- ", "]]>", "<svg/onload=alert(1)>", "&lt;b&gt;", "javascript:alert(1)", "' onmouseover='alert(1)",
  ])
  func keepsHostileTextText(_ text: String) throws {
    for actor in ["customer", "ai", "agent"] {
      let tags = try tags(text, actor)
      #expect(!tags.contains { $0.contains(#/^<(script|img|!)|\son[a-z]+=|javascript:/#) }, "\(actor)")
      for name in ["section", "ol", "div"] {
        let opened = tags.count { $0.hasPrefix("<\(name)>") || $0.hasPrefix("<\(name) ") }
        #expect(opened == tags.count { $0 == "</\(name)>" }, "\(actor): \(name)")
      }
      let harmless = try self.tags("harmless", actor)
      for tag in ["<li", "<p", "</p>", "</li>"] {
        #expect(tags.count { $0.hasPrefix(tag) } == harmless.count { $0.hasPrefix(tag) }, "\(actor): \(tag)")
      }
    }
  }

  private func tags(_ text: String, _ actor: String) throws -> [String] {
    try page(text, actor: actor, subject: text).text.matches(of: #/<[^>]*>/#).map { String($0.0) }
  }

  @Test(arguments: ["<b>Robin</b>", "\" onclick=\"x", "\u{202E}niboR", "שרה", ""])
  func keepsHostileNamesText(_ name: String) throws {
    var history = History()
    history.add("2026-05-04T10:00:00Z", "message", "customer", ["text": "Hi", "to": "team", "customer_name": name])
    history.add("2026-05-04T10:01:00Z", "message", "agent", ["text": "Hi", "actor_id": name, "actor_name": name])
    history.add("2026-05-04T10:02:00Z", "conversation_closed", "agent", ["actor_id": name, "actor_name": name])
    let page = try history.pages()[0]
    #expect(!page.text.contains("<b>Robin") && !page.text.contains("onclick=\"x"))
    let turns = name.unicodeScalars.contains { $0.value == 0x202E || $0.value > 0x590 && $0.value < 0x900 }
    #expect(page.list.contains("by \u{2068}\(name)\u{2069}") == turns)
  }

  /// Arabic and Hebrew, beside English: each message takes its direction from its own letters.
  @Test(arguments: ["مرحبا، طلبي رقم 12 لم يصل.", "שלום, ההזמנה שלי (12) לא הגיעה.", "Hello مرحبا"])
  func letsEachMessageTakeItsOwnDirection(_ text: String) throws {
    for actor in ["customer", "ai", "agent"] {
      let list = try page(text, actor: actor, subject: text).list
      #expect(list.contains("<div class=said dir=auto><p><b class=subj>\(text)</b></p>"), "\(actor)")
      #expect(list.contains("<p>\(text)"), "\(actor)")
    }
    var history = History()
    history.add("2026-05-04T10:00:00Z", "message", "customer", ["text": text, "to": "team", "customer_name": text])
    history.add("2026-05-04T10:01:00Z", "note", "agent", ["text": text, "actor_name": text, "actor_id": "1"])
    let whole = try history.pages()[0]
    #expect(whole.text.contains("<h1><bdi>\(text)</bdi></h1>"))
    #expect(whole.list.contains("<bdi>\(text)</bdi>"))
    #expect(whole.list.contains("Note by \u{2068}\(text)\u{2069}"))
    #expect(whole.list.contains("<div class=said dir=auto><p>\(text)"))
  }

  @Test func rendersMarkdownOfTheAIAlone() throws {
    #expect(try page("**bold**", actor: "ai").list.contains("<strong>bold</strong>"))
    #expect(try page("**bold**").list.contains("<p>**bold**</p>"))
  }

  @Test func foldsQuotedHistory() throws {
    let text = "Thank you.\n\nOn Mon, 4 May 2026 at 09:00, Dana wrote:\n> Earlier\n> text"
    let list = try page(text).list
    #expect(list.contains("<p>Thank you.</p>"))
    #expect(list.contains("<summary>Earlier messages, quoted</summary><p>On Mon, 4 May"))
  }

  @Test func foldsVeryLongText() throws {
    let list = try page(String(repeating: "word ", count: 4100)).list
    #expect(list.contains("<summary>The whole text, 20 kB</summary>"))
  }

  @Test func tellsMissingText() throws {
    var history = History()
    history.add("2026-05-04T10:00:00Z", "message", "customer", channel: "voice", ["to": "team"])
    #expect(try history.pages()[0].list.contains("A phone call. The export holds no words of it."))
    var settings = TimelineSettings()
    settings.textIsHeldBack = true
    history.add(
      "2026-05-04T10:01:00Z", "message", "customer", channel: "sms",
      ["to": "team", "text": "secret", "subject": "secret"])
    history.add("2026-05-04T10:02:00Z", "note", "agent", ["text": "secret"])
    let held = try history.pages(settings: settings)[0]
    #expect(held.list.contains("Text not included in this snapshot.") && !held.text.contains("secret"))
  }

  @Test func emitsNoStyleAndNoScript() throws {
    let text = try page("**Hello**", actor: "ai").text
    #expect(!text.contains("style=") && !text.contains("<script") && !text.contains(#/<[^>]*\son[a-z]+=/#))
  }
}

/// Where the earlier messages begin that a mail repeats.
@Suite struct QuotedTailTests {
  static let cases: [(text: String, tail: String?)] = [
    ("Plain text.\nNothing quoted.", nil),
    ("Yes.\n\n> No?\n> Well", "> No?\n> Well"),
    ("Yes.\n> No?\nSo we agree.", nil),
    ("> all\n> quoted", nil),
    ("Yes.\n\nOn Mon, 4 May 2026, Dana wrote:\n\n> No?\n", "On Mon, 4 May 2026, Dana wrote:\n\n> No?\n"),
    ("Yes.\n\nOn Mon, 4 May 2026, Dana wrote:\n> No?\n\nMy answer below.", nil),
    ("Yes.\n\nOn Mon, 4 May 2026, Dana wrote:\nNo marks here.", "On Mon, 4 May 2026, Dana wrote:\nNo marks here."),
    ("He came On time and wrote:\nHello", nil),
    ("Done.\n\n-----Original Message-----\nFrom: x\nHi", "-----Original Message-----\nFrom: x\nHi"),
    ("Done.\n\nFrom: Dana\nSent: Monday\nTo: Robin\n\nHi", "From: Dana\nSent: Monday\nTo: Robin\n\nHi"),
    ("Done.\n\nFrom: Lisbon to Porto\nit takes three hours", nil),
    ("", nil),
  ]

  @Test(arguments: cases)
  func findsTail(_ text: String, _ tail: String?) {
    let bytes = Array(text.utf8)
    let found = bytes.withUnsafeBufferPointer { QuotedTail.start(in: $0) }
    #expect(found.map { String(decoding: bytes[$0...], as: UTF8.self) } == tail, "\(text)")
  }
}

import Testing

/// Times are those of the site's zone, also where the clock is changed.
@Suite struct ClockTests {
  @Test func tellsOffsetBeforeAndAfterSummerTimeEnds() throws {
    var history = History()
    history.add("2025-10-26T00:30:00Z", "message", "customer", ["to": "ai", "text": "summer"])
    history.add("2025-10-26T01:30:00Z", "message", "customer", ["to": "ai", "text": "winter"])
    let page = try history.pages(zone: "Europe/Lisbon")[0]
    #expect(page.list.contains(#"<time datetime=2025-10-26T00:30Z>01:30</time>"#))
    #expect(page.list.contains(#"<time datetime=2025-10-26T01:30Z>01:30</time>"#))
    #expect(page.thread.contains("01:30 Conversation opened. Its window ends at 00:30 tomorrow."))
  }

  @Test func marksNewDayOfTheSitesZone() throws {
    var history = History()
    history.add("2026-05-04T21:30:00Z", "message", "customer", ["to": "ai", "text": "before midnight"])
    history.add("2026-05-04T22:30:00Z", "message", "customer", ["to": "ai", "text": "after midnight"])
    let thread = try history.pages(zone: "Europe/Berlin")[0].thread
    let day = try #require(thread.firstIndex(of: "Tue 5 May"))
    #expect(thread[day - 1].contains("before midnight") && thread[day + 1].contains("after midnight"))
    #expect(try !history.pages(zone: "UTC")[0].thread.contains("Tue 5 May"))
  }

  @Test func writesHalfHoursAndWestOfGreenwich() throws {
    var history = History()
    history.add("2026-05-04T10:00:00Z", "message", "customer", ["to": "ai", "text": "x"])
    #expect(try history.pages(zone: "Asia/Kolkata")[0].list.contains("<time datetime=2026-05-04T10:00Z>15:30</time>"))
    #expect(
      try history.pages(zone: "America/St_Johns")[0].list.contains("<time datetime=2026-05-04T10:00Z>07:30</time>"))
  }
}

import Files
import Testing

@testable import Time

@Suite struct ZoneTests {
  private func zone(_ name: String) throws -> Zone {
    try Zone.load(name) { try? DiskFileSource().read("/usr/share/zoneinfo/" + $0) }
  }

  private func shown(_ zone: Zone, _ instant: String) throws -> String {
    let local = zone.local(try #require(Instant(instant)))
    return "\(local.date) \(local.millisecondOfDay / 3_600_000):\(local.millisecondOfDay / 60_000 % 60)"
  }

  @Test func knowsSummerTimeBeforeAndAfterTheFilesTransitions() throws {
    let newYork = try zone("America/New_York")
    #expect(try shown(newYork, "2026-03-08T06:59:59Z") == "2026-03-08 1:59")
    #expect(try shown(newYork, "2026-03-08T07:00:00Z") == "2026-03-08 3:0")
    #expect(try shown(newYork, "2026-11-01T05:59:00Z") == "2026-11-01 1:59")
    #expect(try shown(newYork, "2026-11-01T06:00:00Z") == "2026-11-01 1:0")
    #expect(try shown(newYork, "2090-07-01T12:00:00Z") == "2090-07-01 8:0")
    let sydney = try zone("Australia/Sydney")
    #expect(try shown(sydney, "2077-01-01T00:00:00Z") == "2077-01-01 11:0")
    #expect(try shown(sydney, "2077-07-01T00:00:00Z") == "2077-07-01 10:0")
    #expect(try shown(zone("Asia/Kolkata"), "2026-01-01T00:00:00Z") == "2026-01-01 5:30")
  }

  @Test func findsTheInstantThatAClockShows() throws {
    let newYork = try zone("America/New_York")
    func instant(_ month: Int, _ day: Int, _ hour: Int, _ minute: Int) -> String {
      newYork.instant(
        date: CivilDate(year: 2026, month: month, day: day), millisecondOfDay: (hour * 60 + minute) * 60_000
      ).description
    }
    #expect(instant(7, 1, 8, 0) == "2026-07-01T12:00:00.000Z")
    #expect(instant(3, 8, 2, 30) == "2026-03-08T07:30:00.000Z")
    #expect(instant(11, 1, 1, 30) == "2026-11-01T05:30:00.000Z")
    #expect(instant(11, 1, 2, 0) == "2026-11-01T07:00:00.000Z")
  }

  @Test func startsADayWhereMidnightIsSkipped() throws {
    let saoPaulo = try zone("America/Sao_Paulo")
    #expect(saoPaulo.start(of: CivilDate(year: 2018, month: 11, day: 4)).description == "2018-11-04T03:00:00.000Z")
  }

  @Test func goesBackAndForthOnEveryHour() throws {
    for name in [
      "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia", "Africa/Casablanca", "UTC",
    ] {
      let zone = try zone(name)
      for hour in stride(from: Int64(300_000), to: 520_000, by: 37) {
        let instant = Instant(milliseconds: hour * 3_600_000)
        let (date, time) = zone.local(instant)
        let back = zone.instant(date: date, millisecondOfDay: time)
        // A clock that shows a time twice means the first.
        #expect(back <= instant && zone.local(back) == (date, time), "\(name) \(instant)")
      }
    }
  }

  @Test func refusesNamesThatAreNone() {
    #expect(throws: Zone.LoadError.invalidName) { try Zone.load("../../etc/passwd", read: { _ in [] }) }
    #expect(throws: Zone.LoadError.invalidName) { try Zone.load("/etc/passwd", read: { _ in [] }) }
    #expect(throws: Zone.LoadError.invalidName) { try Zone.load("", read: { _ in [] }) }
    #expect(throws: Zone.LoadError.notFound) { try Zone.load("Mars/Olympus", read: { _ in nil }) }
    #expect(throws: Zone.LoadError.unreadable) { try Zone.load("A", read: { _ in Array("TZif2".utf8) }) }
    #expect(throws: Zone.LoadError.unreadable) { try Zone.load("A", read: { _ in [] }) }
  }

  @Test(arguments: 1...3)
  func refusesDamagedFilesWithoutTrapping(seed: UInt64) throws {
    let whole = try DiskFileSource().read("/usr/share/zoneinfo/America/New_York")
    var state = seed
    for _ in 0..<500 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      var bytes = whole
      bytes[Int(state >> 33) % min(200, bytes.count)] = UInt8(truncatingIfNeeded: state >> 20)
      bytes.removeLast(Int(state >> 50) % 64)
      _ = try? Zone.load("Any/Zone") { _ in bytes }
    }
  }
}

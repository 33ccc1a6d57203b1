import Foundation
import Reports
import Testing
import Time

@Suite struct BucketsTests {
  @Test func beginsWeeksOnMonday() {
    let buckets = Buckets(Period(first: day("2025-09-03"), last: day("2025-09-16")), by: .week)
    #expect(
      buckets.spans == [
        Period(first: day("2025-09-03"), last: day("2025-09-07")),
        Period(first: day("2025-09-08"), last: day("2025-09-14")),
        Period(first: day("2025-09-15"), last: day("2025-09-16")),
      ])
    #expect((0..<3).map(buckets.isCut) == [true, false, true])
    #expect(buckets.index(of: day("2025-09-07")) == 0)
    #expect(buckets.index(of: day("2025-09-08")) == 1)
    #expect(buckets.index(of: day("2025-09-02")) == nil)
    #expect(buckets.index(of: day("2025-09-17")) == nil)
  }

  @Test func cutsMonthsAtYearsEnd() {
    let buckets = Buckets(Period(first: day("2025-11-20"), last: day("2026-02-28")), by: .month)
    #expect(buckets.spans.map(\.first.description) == ["2025-11-20", "2025-12-01", "2026-01-01", "2026-02-01"])
    #expect(buckets.index(of: day("2026-02-28")) == 3)
    #expect((0..<4).map(buckets.isCut) == [true, false, false, false])
  }

  /// On 30 March 2025 Lisbon's clock goes from 01:00 to 02:00, on 26 October from 02:00 back to 01:00.
  @Test func countsByTheClockWhereItChanges() throws {
    let lisbon = try zone("Europe/Lisbon")
    let buckets = Buckets(Period(first: day("2025-03-29"), last: day("2025-03-31")), by: .day)
    let instants = [
      "2025-03-28T23:59:59.999Z", "2025-03-29T00:00:00Z", "2025-03-29T23:59:59Z", "2025-03-30T00:00:00Z",
      "2025-03-30T22:59:59Z", "2025-03-30T23:00:00Z", "2025-03-31T22:59:59Z", "2025-03-31T23:00:00Z",
    ].compactMap { Instant($0) }
    #expect(buckets.counts(instants, in: lisbon) == [2, 2, 2])
    let span = Period(first: day("2025-03-30"), last: day("2025-03-30")).instants(in: lisbon)
    #expect(span.upperBound - span.lowerBound == .hours(23))
    let autumn = Period(first: day("2025-10-26"), last: day("2025-10-26")).instants(in: lisbon)
    #expect(autumn.upperBound - autumn.lowerBound == .hours(25))
  }
}

func day(_ text: String) -> CivilDate {
  let parts = text.split(separator: "-").compactMap { Int($0) }
  return CivilDate(year: parts[0], month: parts[1], day: parts[2])
}

func zone(_ name: String) throws -> Zone {
  try Zone.load(name) { file in
    (try? Data(contentsOf: URL(filePath: "/usr/share/zoneinfo/" + file))).map { Array($0) }
  }
}

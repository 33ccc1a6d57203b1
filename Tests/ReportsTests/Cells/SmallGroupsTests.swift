import Privacy
import Reports
import Testing
import Time

/// What blocks tell an audience with a smallest group: a week of six customers and seven Conversations, of which no day
/// has more than three.
@Suite struct SmallGroupsTests {
  private func example(_ least: Int) throws -> Example {
    var example = try Shop.example()
    var policy = AudiencePolicy(name: "readers")
    policy.hasTimelines = false
    policy.smallestGroup = least
    example.context.audience = try Audience(policy, key: nil)
    return example
  }

  @Test func hidesDaysOfFewPeopleAndTellsTheTotal() throws {
    let report = try example(5).report("conversations-per-day", at: "index.html")
    let none = " | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0"
    let rows = report.body.rows(of: "per-day-table")
    #expect(
      rows[1] == "Tue 9 Sep | hidden | hidden | hidden | hidden | hidden | hidden | hidden | hidden | –", "\(rows[1])")
    #expect(rows[4] == "Fri 12 Sep" + none)
    #expect(rows[7].split(separator: " | ")[8] == "7", "\(rows[7])")
    #expect(report.file("overview-per-day.csv")?.contains("2025-09-09,hidden,hidden") == true)
  }

  @Test func drawsNoBarOfFewPeople() throws {
    let body = try example(5).report("conversations-per-day", at: "index.html").body.text
    #expect(body.contains("<title>Tue 9 Sep: hidden</title>"))
    #expect(!body.contains("Tue 9 Sep: 3") && !body.contains("busiest day"))
  }

  @Test func leavesOutTheLedeOfFewPeople() throws {
    let lede = try example(7).report("overview-lede", at: "index.html").body.text.plain
    #expect(lede.hasPrefix("“Hidden” stands for a number of fewer than 7 people"))
    #expect(try example(6).report("overview-lede", at: "index.html").body.text.plain.hasPrefix("6 customers had 7"))
  }

  /// What others see of the week stands in none of the blocks: names, moments, numbers of one day.
  @Test(arguments: ReportCatalogue.blocks.map(\.name)) func tellsNothingOfSinglePeople(_ name: String) throws {
    let report = try example(100).report(name, at: "index.html")
    let told =
      report.body.text + report.side.text + report.files.map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
    for secret in ["Ana", "Zoe", "paul", "<title>Tue 9 Sep: 3"] {
      #expect(!told.contains(secret), "\(name): \(secret)")
    }
    for file in report.files {
      let rows = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n").dropFirst()
      #expect(!rows.contains { $0.split(separator: ",").dropFirst(2).contains { Int($0) ?? 0 > 0 } }, "\(file.address)")
    }
  }

  /// One person at two brands is one person.
  @Test func countsACustomerOnceAtAllBrands() throws {
    let events = (1...3).flatMap { customer in
      ["north", "south"].map { "\(customer)\($0),c\(customer),\($0),2025-09-08T10:00:00Z,message,customer,chat" }
    }
    let export = (["id,customer,brand,at,kind,actor,channel"] + events).joined(separator: "\n")
    var example = try Shop.example(export)
    var policy = AudiencePolicy(name: "readers")
    policy.smallestGroup = 4
    example.context.audience = try Audience(policy, key: nil)
    let rows = try example.report("conversations-per-day", at: "index.html").body.rows(of: "per-day-table")
    #expect(rows.first?.contains("6") == false, "\(rows)")
    policy.smallestGroup = 3
    var other = try Shop.example(export)
    other.context.audience = try Audience(policy, key: nil)
    let told = try other.report("conversations-per-day", at: "index.html").body.rows(of: "per-day-table")
    #expect(told.first?.contains("6") == true, "\(told)")
  }
}

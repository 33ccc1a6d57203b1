import Foundation
import Testing

/// What stands in a site that is made for some, and what does not.
@Suite struct AudienceBuildTests {
  private static let secrets = [
    "Quillon", "Brackwater", "quillon@mail.example", "+44 20 7946 0958", "cust-90001", "Mortimer", "agent-7",
    "evt-0001", "conv-555", "4111 1111 1111 1111",
  ]
  private let space: Workspace

  init() throws {
    space = try Workspace()
    try space.makeSite(customers: 3, days: 3, badRecords: false)
    let events = [
      ("evt-0001", "10:00", "customer", "", "I am Quillon Brackwater, card 4111 1111 1111 1111, +44 20 7946 0958."),
      ("evt-0002", "10:05", "ai", "", "Hello Quillon! Your number is cust-90001."),
      ("evt-0003", "10:10", "agent", "Mortimer", "Mortimer here. Write to quillon@mail.example."),
    ].map { id, time, actor, agent, text in
      #"{"id":"\#(id)","customer":"cust-90001","at":"2026-02-02T\#(time):00Z","kind":"message","actor":"\#(actor)","#
        + #""channel":"chat","conversation":"conv-555","customer_name":"Quillon Brackwater","#
        + #""customer_email":"quillon@mail.example","actor_id":"\#(agent.isEmpty ? "" : "agent-7")","#
        + #""actor_name":"\#(agent)","text":"\#(text)"}"#
    }
    try space.write("site/Content/exports/events-q.jsonl", events.joined(separator: "\n"))
    try space.write("key", "0123456789abcdef0123456789abcdef\n")
  }

  @Test func showsStakeholdersNobody() throws {
    let site = try build("stakeholder")
    let found = AudienceBuildTests.secrets.filter { secret in site.contains { $0.value.contains(secret) } }
    #expect(found == [])
    #expect(!site.keys.contains { $0.hasPrefix("timelines/") })
    #expect(site["index.html"]?.contains("Made with Triptych for stakeholders.") == true)
  }

  @Test func showsTheTeamNamesButNoContactDetails() throws {
    let site = try build("team")
    let all = site.values.joined()
    #expect(all.contains("Quillon Brackwater"))
    #expect(all.contains("card [card], [phone]"))
    #expect(all.contains("Write to [email]."))
    for secret in ["quillon@mail.example", "7946 0958", "4111"] { #expect(!all.contains(secret), "\(secret)") }
  }

  @Test func redactsTextsOfAnAudienceOfTheSitesOwn() throws {
    let settings = """
      audiences:
        partner:
          like: stakeholder
          text: redact
          timelines: true
          smallest_group: 1
          expires: 2026-12-31

      """
    try space.write("site/Content/site.yml", try space.read("site/Content/site.yml") + settings)
    let site = try build("partner")
    let found = AudienceBuildTests.secrets.filter { secret in site.contains { $0.value.contains(secret) } }
    #expect(found == [])
    let all = site.values.joined()
    #expect(all.contains("I am [name], card [card], [phone]."))
    #expect(all.contains("Hello [name]! Your number is [id]."))
    #expect(all.contains("[name] here."))
    #expect(all.contains("for partner. Not to be read after Thu 31 Dec 2026."))
  }

  @Test func keepsPseudonymsUnderOneKeyOnly() throws {
    let settings = "audiences:\n  listed:\n    like: stakeholder\n    smallest_group: 1\n"
    try space.write("site/Content/site.yml", try space.read("site/Content/site.yml") + settings)
    func names(_ site: [String: String]) -> Set<String> {
      Set(site["customers.csv", default: ""].matches(of: #/Customer [0-9A-Z-]{14}/#).map { String($0.output) })
    }
    let first = names(try build("listed"))
    try space.write(
      "site/Content/exports/events-r.jsonl",
      #"{"id":"n1","customer":"new","at":"2026-02-03T10:00:00Z","kind":"message","actor":"customer","channel":"chat"}"#)
    let second = names(try build("listed"))
    #expect(!first.isEmpty && first.isSubset(of: second) && second.count == first.count + 1)
    try space.write("key", "another key of enough bytes")
    #expect(names(try build("listed")).isDisjoint(with: second))
  }

  @Test func leavesOutPagesForOthers() throws {
    try space.write(
      "site/Content/secret.md", "---\ntitle: Plans\naudience: [internal, team]\n---\n\nNot for everyone.\n")
    #expect(try build("team").keys.contains("secret.html"))
    #expect(try !build("stakeholder").keys.contains("secret.html"))
  }

  /// What pages are made from is clean; an author can still write what an audience may not read.
  @Test(arguments: [
    "Thanks to Quillon Brackwater for the photos.", "Write to quillon&#64;mail.example.",
    "[more](https://x.example/?u=cust%2D90001)", "cXVpbGxvbkBtYWlsLmV4YW1wbGU=",
  ])
  func publishesNothingThatTheAudienceMayNotSee(_ line: String) throws {
    try space.write("site/Content/note.md", "---\ntitle: Note\n---\n\n\(line)\n")
    let result = try run([
      "--audience", "stakeholder", "--key-file", space.path + "/key", "--output", space.path + "/stakeholder",
    ])
    #expect(result.code == 1)
    #expect(result.errors.contains("note.html, byte "), "\(result.errors)")
    #expect(!result.errors.contains("Quillon"))
    #expect(try space.tree("stakeholder").isEmpty)
  }

  @Test func publishesNoFileWithWhatSomeoneWrote() throws {
    try space.write(
      "site/Content/chart.svg", "<svg><desc>Quoted:   your NUMBER\nis cust, hello quillon! your number is </desc></svg>"
    )
    let result = try run([
      "--audience", "stakeholder", "--key-file", space.path + "/key", "--output", space.path + "/stakeholder",
    ])
    #expect(result.code == 1)
    #expect(result.errors.contains("chart.svg, byte "), "\(result.errors)")
    #expect(result.errors.contains("a run of what someone wrote"), "\(result.errors)")
  }

  @Test func refusesPseudonymsWithoutAKey() throws {
    let result = try run(["--audience", "stakeholder", "--output", space.path + "/out"])
    #expect(result.code == 1)
    #expect(result.errors.contains("there is no key to make them with"), "\(result.errors)")
    #expect(try space.tree("out").isEmpty)
  }

  @Test func refusesTheFolderOfAnotherAudience() throws {
    let result = try run(["--audience", "team"])
    #expect(result.code == 1)
    #expect(result.errors.contains("`public/` is made for the audience `internal`"), "\(result.errors)")
  }

  @Test func namesTheAudiencesThatThereAre() throws {
    let result = try run(["--audience", "everybody", "--output", space.path + "/out"])
    #expect(result.errors.contains("those of this site are internal, team, stakeholder"), "\(result.errors)")
  }

  private func build(_ audience: String) throws -> [String: String] {
    let result = try run([
      "--audience", audience, "--key-file", space.path + "/key", "--output", space.path + "/" + audience,
    ])
    #expect(result.code == 0, "\(result.errors)")
    return try space.tree(audience).mapValues { String(decoding: $0, as: UTF8.self) }
  }

  private func run(_ options: [String]) throws -> Program.Result {
    try Program.run(["build", "--site", space.path + "/site"] + options)
  }
}

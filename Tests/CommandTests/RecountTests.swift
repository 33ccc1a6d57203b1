import Foundation
import TestSupport
import Testing

/// `Tests/Recount` counts every number of the pages anew, from the tables of `triptych group` and the exported files,
/// in another language and with none of this program's code.
@Suite struct RecountTests {
  private let space: Workspace

  init() throws { space = try Workspace() }

  @Test func agreesWithEveryNumberOfTheDemosPages() throws {
    try publish(site: Repository.root)
    let result = try recount(
      data: Repository.root + "/Content/exports", ["--timezone", "America/New_York", "--label-ai", "Fern"])
    #expect(result.code == 0, "\(result.output)\(result.errors)")
    #expect(result.output.hasSuffix(" 0 disagreements, 0 unchecked, 0 files not compared\n"), "\(result.output)")
  }

  @Test func noticesAnyDigitThatIsAltered() throws {
    try space.makeSite(customers: 60, days: 40)
    let site = space.path + "/site"
    try space.write("site/Content/site.yml", "title: T\ndata: [exports]\ntimezone: Europe/Berlin\n")
    try publish(site: site)
    let options = ["--timezone", "Europe/Berlin"]
    let plain = try recount(data: site + "/Content/exports", options)
    #expect(plain.code == 0, "\(plain.output)\(plain.errors)")
    let altered = try recount(data: site + "/Content/exports", options + ["--mutations", "55", "--seed", "11"])
    #expect(altered.code == 0, "\(altered.output)\(altered.errors)")
    #expect(altered.output == "55 mutations (seed 11), 0 not noticed\n")
  }

  private func publish(site: String) throws {
    let build = try Program.run(["build", "--site", site, "--output", space.path + "/public"])
    #expect(build.code == 0, "\(build.errors)")
    let group = try Program.run(["group", "--site", site, "--output", space.path + "/tables"])
    #expect(group.code == 0, "\(group.errors)")
  }

  private func recount(data: String, _ options: [String]) throws -> Program.Result {
    let script = Repository.root + "/Tests/Recount/recount.py"
    let places = ["--tables", space.path + "/tables", "--site", space.path + "/public", "--data", data]
    return try Program.run("/usr/bin/env", ["python3", "-B", script] + places + options)
  }
}

import Foundation
import TestSupport
import Testing

/// `Tests/Crashes/kill.py` kills builds at random moments; by hand it is run for hundreds of them.
@Suite struct CrashTests {
  @Test func leavesTheSiteWholeWhateverMomentABuildIsKilledAt() throws {
    let space = try Workspace()
    try space.makeSite(customers: 30, days: 12, badRecords: false)
    try FileManager.default.removeItem(atPath: space.path + "/site/Content/reports")
    let script = Repository.root + "/Tests/Crashes/kill.py"
    let result = try Program.run("/usr/bin/env", ["python3", "-B", script, Program.path, space.path + "/site", "12"])
    #expect(result.code == 0, "\(result.output)\(result.errors)")
    #expect(result.output.hasSuffix("always whole\n"), "\(result.output)")
  }
}

import Foundation
import Pages
import Reports
import Site
import TestSupport
import Testing

/// What can be written or typed has a heading in the manual.
@Suite struct ManualTests {
  @Test func hasAHeadingForEveryKeyOfTheConfiguration() throws {
    let headings = try headings("configuration")
    for key in SiteConfiguration.keys { #expect(headings.contains(key), "no heading for \(key)") }
  }

  @Test func hasAHeadingForEveryKeyOfAPage() throws {
    let headings = try headings("blocks")
    for key in FrontMatter.keys { #expect(headings.contains(key), "no heading for \(key)") }
  }

  @Test func hasAHeadingForEveryBlock() throws {
    let headings = try headings("blocks")
    for block in ReportCatalogue.blocks { #expect(headings.contains(block.name), "no heading for \(block.name)") }
  }

  @Test(arguments: ["build", "group", "sql", "check", "redact", "forget", "snapshot", "verify", "new", "demo"])
  func hasAHeadingForEveryFlag(of command: String) throws {
    let help = try Program.run([command, "--help"]).output
    let text = try guide("commands")
    let section = text.components(separatedBy: "\n## ").first { $0.hasPrefix("triptych \(command)") } ?? ""
    #expect(!section.isEmpty)
    for flag in help.matches(of: /\s\s(--[a-z-]+)/).map({ String($0.output.1) })
    where !["--help", "--version"].contains(flag) {
      #expect(section.contains("### \(flag)\n"), "no heading for \(flag) of \(command)")
    }
  }

  private func headings(_ page: String) throws -> Set<String> {
    Set(
      try guide(page).split(separator: "\n").filter { $0.hasPrefix("#") }
        .map { $0.drop { $0 == "#" || $0 == " " }.split(separator: " {#")[0] }.map(String.init))
  }

  private func guide(_ page: String) throws -> String {
    try String(contentsOfFile: Repository.root + "/Content/guide/\(page).md", encoding: .utf8)
  }
}

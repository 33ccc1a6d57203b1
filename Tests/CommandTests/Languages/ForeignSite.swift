import Foundation
import TestSupport

/// A site in the language of `PseudoLanguage`, whose pages say all that pages can say, with data in no letters of
/// English: whatever is left in them is a word that stands in the program.
final class ForeignSite {
  let space: Workspace

  init() throws {
    space = try Workspace()
    let made = try Program.run(["new", space.path + "/site"])
    guard made.code == 0 else { throw CocoaError(.fileWriteUnknown) }
    try space.write("site/Content/i18n/xx.yml", try PseudoLanguage().file)
    let settings = ["title: 店", "timezone: Etc/UTC", "language: xx", "period: 14d", "data: [exports]"]
    try space.write("site/Content/site.yml", settings.joined(separator: "\n"))
    try writePages()
    try space.write("site/Content/exports/events.jsonl", try ForeignEvents().lines)
    let table = "id,customer,at,kind,actor,настроение\n1x,й,wrong,message,ai,5\n"
    try space.write("site/Content/exports/events.csv", table)
  }

  /// Its pages by their addresses.
  func build() throws -> [String: String] {
    let built = try Program.run(["build", "--site", space.path + "/site"])
    guard built.code == 0 else {
      throw CocoaError(.fileWriteUnknown, userInfo: [NSDebugDescriptionErrorKey: built.errors])
    }
    return try space.tree("site/public").filter { $0.key.hasSuffix(".html") }
      .mapValues { String(decoding: $0, as: UTF8.self) }
  }
}

extension ForeignSite {
  /// The report pages with their titles and headings in the language, pages of figures, and terms without prose.
  private func writePages() throws {
    let folder = "site/Content/"
    for name in ["index", "conversations", "contacts", "customers", "data-quality", "sessions", "sessions-day"] {
      let lines = try space.read(folder + name + ".md").split(separator: "\n", omittingEmptySubsequences: false)
      try space.write(folder + name + ".md", lines.map(foreign).joined(separator: "\n"))
    }
    let faq = try space.read(folder + "faq.md")
    let anchors = faq.matches(of: /(?m)^.* (\{#[a-z\-]+(?: \.[a-z]+)?\})$/).map(\.output.1)
    let terms = anchors.filter { !$0.hasPrefix("{#q") }
    let entries = terms.map { "⟦Б⟧ \($0)\n⟦Я.⟧\n" }.joined(separator: "\n")
    let example = "```report worked-example\n```\n"
    try space.write(folder + "faq.md", "---\ntitle: ⟦Б⟧\nnav: 6\n---\n\n```terms\n\(entries)```\n\n\(example)")
    for name in ["agents", "channels", "handoffs", "index", "topics", "weekly"] {
      try FileManager.default.removeItem(atPath: space.path + "/" + folder + "reports/\(name).md")
    }
    let glossary = "---\ntitle: ⟦Б⟧\n---\n\n## ⟦Б⟧ {#all}\n\n```report measures\n```\n"
    try space.write(folder + "reports/measures.md", glossary)
    try space.write(folder + "reports/figures.md", ForeignFigures.page)
  }

  private func foreign(_ line: Substring) -> String {
    if line.hasPrefix("title: ") { return "title: ⟦\(line.dropFirst(7))⟧" }
    guard line.hasPrefix("## ") else { return String(line) }
    let brace = line.firstIndex(of: "{") ?? line.endIndex
    return "## ⟦\(line[..<brace].dropFirst(3))⟧ \(line[brace...])"
  }
}

import Diagnostics
import Files
import Foundation
import Pages
import TestSupport
import Testing

@testable import Site

@Suite struct NewSiteTests {
  private let folder: TemporaryFolder
  private let made: [String: String]

  init() throws {
    folder = try TemporaryFolder()
    try NewSite(folder: folder.path + "/mine", home: Repository.root).create()
    made = try folder.files(under: "mine")
  }

  @Test func makesConfigurationAndPages() {
    #expect(
      made.keys.sorted() == [
        "Content/contacts.md", "Content/conversations.md", "Content/customers.md", "Content/data-quality.md",
        "Content/faq.md", "Content/index.md", "Content/reports/agents.md", "Content/reports/channels.md",
        "Content/reports/handoffs.md", "Content/reports/index.md", "Content/reports/measures.md",
        "Content/reports/topics.md", "Content/reports/weekly.md", "Content/sessions-day.md", "Content/sessions.md",
        "Content/site.yml", "Content/timeline.md",
      ])
    #expect(folder.exists("mine/Content/exports"))
  }

  @Test func copiesNeitherTheManualNorTheDemo() {
    for (name, text) in made {
      for word in ["guide/", "Brindlecroft", "Fern", "changelog"] {
        #expect(!text.contains(word), "\(name) holds \(word)")
      }
    }
  }

  @Test func makesPagesThatLoad() throws {
    let pages = try PageLoader(source: DiskFileSource(), folder: folder.path + "/mine/Content").load()
    #expect(pages.count == made.count - 1)
  }

  @Test func takesEmptyFolder() throws {
    try FileManager.default.createDirectory(atPath: folder.path + "/empty", withIntermediateDirectories: false)
    try NewSite(folder: folder.path + "/empty", home: Repository.root).create()
    #expect(try folder.files(under: "empty") == made)
  }

  @Test func beginsInGerman() throws {
    try NewSite(folder: folder.path + "/meine", home: Repository.root, language: "de").create()
    let german = try folder.files(under: "meine")
    #expect(german.keys.sorted() == made.keys.sorted())
    #expect(try read(try #require(german["Content/site.yml"])).language == "de")
    for (name, text) in made where name.hasSuffix(".md") {
      #expect(shape(german[name] ?? "") == shape(text), "\(name)")
      #expect(german[name] != text, "\(name) is in English")
    }
  }

  @Test func knowsTheLanguagesInWhichItBegins() {
    let error = #expect(throws: Diagnostics.self) {
      try NewSite(folder: folder.path + "/tlh", home: Repository.root, language: "dee").create()
    }
    #expect(
      error?.description == """
        error: unknown language `dee`, expected one of `de`, `en`
        = help: did you mean `de`?
        """)
    #expect(!folder.exists("tlh"))
  }

  /// What pages have in common in every language: blocks, anchors, where links go.
  private func shape(_ page: String) -> [Substring] {
    let kept = /(?m)\{[#.][^}]*\}|\]\([^)]*\)|^```.*|^(?:layout|nav|for|months|address|type|measures|by|from): .*/
    return page.matches(of: kept).map(\.output)
  }

  @Test(arguments: ["taken/notes.txt", "taken/.hidden", "taken"])
  func refusesWhatIsThereAlready(name: String) throws {
    try folder.write([name: "mine"])
    let path = folder.path + "/taken"
    let error = #expect(throws: Diagnostics.self) { try NewSite(folder: path, home: Repository.root).create() }
    #expect(
      error?.description == """
        error: `\(path)` is there already and not empty, expected a new folder
        = help: choose another name
        """)
    #expect(try folder.files(under: "").filter { $0.key.hasPrefix("taken") } == [name: "mine"])
  }

  @Test func makesConfigurationThatReads() throws {
    let configuration = try read(try #require(made["Content/site.yml"]))
    #expect(configuration.data == [.init(path: "exports")])
  }

  /// Whoever takes away the `#` of a key, and of any number of the lines under it, has a configuration that reads.
  @Test func makesConfigurationThatReadsWithAnyExample() throws {
    let lines = try #require(made["Content/site.yml"]).split(separator: "\n", omittingEmptySubsequences: false)
    var keys: Set<String> = []
    for (start, line) in lines.enumerated() {
      guard let key = line.wholeMatch(of: /# ([a-z_]+):.*/)?.output.1, SiteConfiguration.keys.contains(String(key))
      else { continue }
      keys.insert(String(key))
      let count = lines[(start + 1)...].prefix { $0.hasPrefix("#   ") }.count
      for end in start...(start + count) {
        let text = lines.enumerated().compactMap { index, line -> Substring? in
          if (start...end).contains(index) { return line.dropFirst(2) }
          return line.hasPrefix(key + ":") ? nil : line
        }.joined(separator: "\n")
        #expect(throws: Never.self, "\(text)") { try read(text) }
      }
    }
    let others = lines.compactMap { $0.wholeMatch(of: /([a-z_]+):.*/).map { String($0.output.1) } }
    #expect(keys.union(others) == Set(SiteConfiguration.keys))
  }

  private func read(_ text: String) throws -> SiteConfiguration {
    try ConfigurationReader.read(text, path: "Content/site.yml")
  }
}

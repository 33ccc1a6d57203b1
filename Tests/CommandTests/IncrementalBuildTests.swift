import Foundation
import TestSupport
import Testing

/// A build over an earlier one has to come to what a build from nothing comes to, byte for byte.
@Suite struct IncrementalBuildTests {
  private let space: Workspace

  init() throws {
    space = try Workspace()
    try space.makeSite(customers: 12, days: 10, badRecords: false)
    try FileManager.default.removeItem(atPath: space.path + "/site/Content/reports")
    try space.write("site/Content/exports/events-1.jsonl", WorkedExample.events)
  }

  @Test func tellsThatNothingHasChanged() throws {
    let first = try build()
    let before = try modified()
    let second = try build()
    #expect(second.output == first.output)
    #expect(second.errors.contains("nothing has changed: "))
    #expect(!first.errors.contains("nothing has changed: "))
    let read = try build(["--check-content"])
    #expect(read.errors.contains("nothing has changed: "))
    #expect(try modified() == before)
  }

  @Test func tellsWarningsAgainWhereNothingHasChanged() throws {
    try space.write("site/Content/exports/events-2.jsonl", event("x1", "c9", kind: "dance") + "{\n")
    let (first, second) = (try build(), try build())
    let warnings = first.errors.split(separator: "\n").filter { $0.hasPrefix("warning") }
    #expect(!warnings.isEmpty)
    #expect(second.errors.split(separator: "\n").filter { $0.hasPrefix("warning") } == warnings)
    #expect(second.errors.contains("1 rejected"))
  }

  @Test func readsContentsAgainWhenAsked() throws {
    let name = "site/Content/exports/events-1.jsonl"
    let time = Date(timeIntervalSinceNow: -3600)
    try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: space.path + "/" + name)
    _ = try build()
    try space.write(name, try space.read(name).replacingOccurrences(of: "10:15", with: "10:16"))
    try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: space.path + "/" + name)
    #expect(try build().errors.contains("nothing has changed: "))
    #expect(try !build(["--check-content"]).errors.contains("nothing has changed: "))
    try expectClean([])
  }

  @Test(arguments: Change.allCases)
  func comesToWhatACleanBuildComesTo(change: Change) throws {
    #expect(try build().code == 0)
    for number in 1...2 {
      let options = try change.apply(number, to: space)
      let result = try build(options)
      #expect(result.code == 0, "\(result.errors)")
      try expectClean(options)
    }
    #expect(try build().code == 0)
    try expectClean([])
  }

  /// Several changes in one place, in an order drawn by lot.
  @Test(arguments: [1, 2, 3] as [UInt64])
  func comesToWhatACleanBuildComesToAfterManyChanges(seed: UInt64) throws {
    var lot = SeededNumbers(seed: seed)
    for number in 1...5 {
      var options: [String] = []
      for _ in 0...lot.next() % 2 {
        options += try Change.allCases[Int(lot.next() % UInt64(Change.allCases.count))].apply(number, to: space)
      }
      let result = try build(options)
      #expect(result.code == 0, "seed \(seed), build \(number): \(result.errors)")
      try expectClean(options, "seed \(seed), build \(number)")
    }
  }

  @Test func mendsItselfAfterAFailedBuild() throws {
    #expect(try build().code == 0)
    let before = try space.tree("site/public")
    let page = try space.read("site/Content/faq.md")
    try space.write("site/Content/faq.md", page + "\n[nowhere](none.html)\n")
    #expect(try build().code == 1)
    #expect(try space.tree("site/public") == before)
    try space.write("site/Content/faq.md", page + "\nA word.\n")
    #expect(try build().code == 0)
    try expectClean([])
  }

  private func build(_ options: [String] = []) throws -> Program.Result {
    try Program.run(["build", "--site", space.path + "/site"] + options)
  }

  private func expectClean(_ options: [String], _ message: String = "") throws {
    let folder = "clean-\(UUID().uuidString)"
    let result = try build(options + ["--output", space.path + "/" + folder])
    #expect(result.code == 0, "\(result.errors)")
    let (own, clean) = (try space.tree("site/public"), try space.tree(folder))
    #expect(Set(own.keys).symmetricDifference(clean.keys).sorted() == [], "\(message)")
    #expect(own.filter { clean[$0.key] != $0.value }.keys.sorted() == [], "\(message)")
  }

  /// When each published file was written last.
  private func modified() throws -> [String: Date] {
    let root = space.path + "/site/public"
    var times: [String: Date] = [:]
    for name in FileManager.default.enumerator(atPath: root)?.compactMap({ $0 as? String }) ?? [] {
      times[name] = try FileManager.default.attributesOfItem(atPath: root + "/" + name)[.modificationDate] as? Date
    }
    return times
  }
}

/// Something that happens to a site between two builds.
enum Change: CaseIterable {
  case nothing, newDay, newMessage, name, restatement, vanishedFile, word, term, title, measure, template, script, rule,
    asOf, agent
  case removedPage, removedFolder, lostState, halfMade

  /// - Parameter number: of the build, so that no two changes are the same.
  /// - Returns: what the build is told.
  func apply(_ number: Int, to space: Workspace) throws -> [String] {
    let manager = FileManager.default
    let site = space.path + "/site"
    switch self {
    case .nothing: break
    case .newDay:
      let events = (0..<3).map { event("n\(number)-\($0)", "late-\($0)", at: "2026-05-0\(number)T1\($0):00:00Z") }
      try space.write("site/Content/exports/events-day-\(number).jsonl", events.joined())
    case .newMessage:
      try space.write(
        "site/Content/exports/events-y-\(number).jsonl",
        event("y\(number)", "ada", at: "2026-03-0\(number)T10:00:00Z", text: "the \(number)th word of sorrel"))
    case .name:
      try space.write(
        "site/Content/exports/zz-\(number)/customers.jsonl", #"{"id":"ada","name":"Ada \#(number) Oak"}"# + "\n")
    case .restatement:
      try space.write(
        "site/Content/exports/events-z-\(number).jsonl", event("e1", "ada", text: "said otherwise \(number)"))
    case .vanishedFile:
      try space.write("site/Content/exports/events-v.jsonl", number == 1 ? event("v", "gone") : event("w", "here"))
    case .word: try append("\nA word more, \(number).\n", to: "site/Content/index.md", space)
    case .term: try append("\n## A new term {#term-\(number)}\n\nIt means nothing.\n", to: "site/Content/faq.md", space)
    case .title:
      let page = try space.read("site/Content/contacts.md")
      try space.write(
        "site/Content/contacts.md",
        page.replacing(/\ntitle: [^\n]*/, with: "\ntitle: Contacts \(number)", maxReplacements: 1))
    case .measure:
      try space.write(
        "site/Content/measures.yml",
        "conversations_per_customer:\n  title: Each \(number)\n  sentence: What each began.\n"
          + "  formula: conversations / customers\n")
    case .template:
      let foot = try String(contentsOfFile: Repository.root + "/Templates/timeline/foot.mustache", encoding: .utf8)
      try space.write("site/Templates/timeline/foot.mustache", "<!-- \(number) -->" + foot)
    case .script: try space.write("site/Templates/assets/more.js", "let n = \(number)")
    case .rule: return ["--rule", "window=\(number)h"]
    case .asOf: return ["--as-of", "2026-04-0\(number)T00:00:00Z"]
    case .agent:
      try space.write("site/Content/exports/zz/agents.jsonl", #"{"id":"agent-\#(number)","name":"Someone"}"# + "\n")
    case .removedPage:
      let timelines = try space.tree("site/public/timelines").keys.sorted()
      if !timelines.isEmpty {
        try manager.removeItem(atPath: site + "/public/timelines/" + timelines[number % timelines.count])
      }
      try append("\nAnother word, \(number).\n", to: "site/Content/index.md", space)
    case .removedFolder: try? manager.removeItem(atPath: site + "/public")
    case .lostState:
      try? manager.removeItem(atPath: site + "/.public.triptych")
      return ["--force"]
    case .halfMade:
      try append("\nHalf a word, \(number).\n", to: "site/Content/index.md", space)
      try leaveHalf(site)
    }
    return []
  }

  /// What a crash leaves: a resting tree with some files of another build, and no manifest of it.
  private func leaveHalf(_ site: String) throws {
    let state = site + "/.public.triptych"
    for name in try FileManager.default.contentsOfDirectory(atPath: state) where name.hasPrefix("manifest-") {
      let tree = try FileManager.default.attributesOfItem(atPath: site + "/public")[.systemFileNumber] as? Int ?? 0
      if !name.hasPrefix("manifest-\(tree)-") { try FileManager.default.removeItem(atPath: state + "/" + name) }
    }
    for (name, text) in ["index.html": "half", "timelines/zz/stray.html": "stray", "faq.html/a": "folder"] {
      let url = URL(filePath: state + "/resting/" + name)
      try? FileManager.default.removeItem(at: url)
      if name.hasPrefix("faq") { try? FileManager.default.removeItem(atPath: state + "/resting/faq.html") }
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
  }

  private func append(_ text: String, to name: String, _ space: Workspace) throws {
    try space.write(name, try space.read(name) + text)
  }
}

private func event(
  _ id: String, _ customer: String, at: String = "2026-02-03T10:00:00Z", kind: String = "message",
  text: String = "hello"
) -> String {
  #"{"id":"\#(id)","customer":"\#(customer)","at":"\#(at)","kind":"\#(kind)","actor":"customer","channel":"chat","text":"\#(text)"}"#
    + "\n"
}

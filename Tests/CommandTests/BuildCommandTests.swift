import Foundation
import Testing

@Suite struct BuildCommandTests {
  private let space: Workspace

  init() throws { space = try Workspace() }

  @Test func publishesANewSiteWithoutTheManualAndPrintsThePageToOpen() throws {
    try space.makeSite()
    let result = try build()
    #expect(result.code == 0, "\(result.errors)")
    #expect(result.output == space.path + "/site/public/index.html\n")
    #expect(result.errors.contains(#/ files; \d+\.\d\d s\n$/#))
    let names = try space.tree("site/public").keys
    for page in [
      "index.html", "conversations.html", "sessions.html", "contacts.html", "customers/index.html", "faq.html",
      "data-quality.html", "assets/icon.svg", "assets/site.css", "assets/site.js",
    ] {
      #expect(names.contains(page))
    }
    #expect(!names.contains { $0.hasPrefix("guide/") || $0 == "changelog.html" })
  }

  @Test func writesTheSameBytesForAnyThreadsZoneAndFolder() throws {
    try space.makeSite()
    #expect(try build(["--jobs", "1", "--output", space.path + "/one"]).code == 0)
    let moved = space.path + "/elsewhere/deeper"
    try FileManager.default.createDirectory(atPath: space.path + "/elsewhere", withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: space.path + "/site", toPath: moved)
    let second = try Program.run(
      ["build", "--site", moved, "--jobs", "3", "--output", space.path + "/two"],
      environment: ["TZ": "Pacific/Auckland", "LC_ALL": "ar_SA.UTF-8"])
    #expect(second.code == 0, "\(second.errors)")
    let (one, two) = (try space.tree("one"), try space.tree("two"))
    #expect(one.keys.sorted() == two.keys.sorted())
    #expect(one.filter { two[$0.key] != $0.value }.keys.sorted() == [])
  }

  @Test func leavesOutNothingThatATermsLinkNeeds() throws {
    try space.makeSite()
    let faq = try space.read("site/Content/faq.md").split(separator: "{#handoff}").joined(separator: "{#hand-it-off}")
    try space.write("site/Content/faq.md", faq)
    let result = try build()
    #expect(result.code == 1)
    #expect(result.errors.contains("the link to `faq.html#handoff` leads nowhere"), "\(result.errors)")
  }

  @Test func leadsToTheFirstPageOfALongTimelineFromAnAnomaly() throws {
    try space.makeSite(customers: 2, days: 3, badRecords: false)
    let events = (0..<600).map { number in
      let minute = number < 590 ? number / 10 : 59
      let kind = number == 300 ? "session_ended" : "message"
      return
        #"{"id":"m\#(number)","customer":"long","at":"2026-02-0\#(1 + number / 100)T10:\#(minute < 10 ? "0" : "")\#(minute):00Z","kind":"\#(kind)","actor":"agent","channel":"chat"}"#
    }
    try space.write("site/Content/exports/events-long.jsonl", events.joined(separator: "\n"))
    let result = try build()
    #expect(result.code == 0, "\(result.errors)")
    #expect(try space.read("site/public/data-quality.html").contains("href=\"timelines/"))
  }

  @Test func rejectsARecordAmongGoodOnesAndGoesOn() throws {
    try space.makeSite(badRecords: false)
    try space.write("site/Content/exports/events-extra.jsonl", WorkedExample.events + "{\"id\": \"half\n")
    let result = try build()
    #expect(result.code == 0, "\(result.errors)")
    #expect(try space.read("site/public/rejected.csv").contains("exports/events-extra.jsonl,9,"))
    let strict = try build(["--max-rejected", "0"])
    #expect(strict.code == 1)
    #expect(strict.errors.contains("more than --max-rejected 0 allows"))
  }

  @Test(arguments: Breakage.allCases)
  func tellsWhatIsWrongAndLeavesThePublishedSiteAsItWas(_ breakage: Breakage) throws {
    try space.makeSite()
    #expect(try build().code == 0)
    let before = try space.tree("site/public")
    #expect(before.count > 50)
    try breakage.apply(space)
    let result = try build(breakage.options(space))
    #expect(result.code == 1, "\(breakage): \(result.errors)")
    for words in breakage.words { #expect(result.errors.contains(words), "\(breakage): \(result.errors)") }
    #expect(try space.tree("site/public") == before)
  }

  @Test func refusesAFolderThatIsNotOursUnlessForced() throws {
    try space.makeSite()
    try space.write("foreign/thesis.txt", "years of work")
    let refused = try build(["--output", space.path + "/foreign"])
    #expect(refused.code == 1)
    #expect(refused.errors.contains("was not made by this program"))
    #expect(try space.tree("foreign").keys.sorted() == ["thesis.txt"])
    #expect(try build(["--output", space.path + "/foreign", "--force"]).code == 0)
    #expect(try space.tree("foreign")["thesis.txt"] == nil)
  }

  @Test func publishesImagesWhereTheyLieInContent() throws {
    try space.makeSite()
    try space.write("site/Content/shop/door.svg", "<svg/>")
    try space.write("site/Content/shop/unused.jpg", "j")
    try space.write("site/Content/exports/scan.png", "no image of the site's")
    try space.write("site/Content/shop/news.md", "---\ntitle: News\nmonths: true\n---\n\n![The door](door.svg)\n")
    let result = try build()
    #expect(result.code == 0, "\(result.errors)")
    #expect(try space.read("site/public/shop/door.svg") == "<svg/>")
    #expect(try space.read("site/public/shop/news.html").contains("src=\"door.svg\""))
    let names = try space.tree("site/public").keys
    #expect(names.contains("shop/unused.jpg") && !names.contains { $0.hasSuffix("scan.png") })
  }

  @Test func endsWithADiagnosticWhereTheDiskTakesNoMore() throws {
    try space.makeSite()
    for command in ["build --site site --output full", "group --site site --output full"] {
      let errors = space.path + "/errors.txt"
      let script = "ulimit -f 2; cd '\(space.path)'; exec '\(Program.path)' \(command) 2>'\(errors)'"
      #expect(try shell("bash", ["-c", script]) == 1, "\(command)")
      #expect(try space.read("errors.txt").contains("error: cannot write `"), "\(command)")
    }
    let check = "'\(Program.path)' check --site '\(space.path)/site' >/dev/full 2>/dev/null"
    #expect(try shell("bash", ["-c", check]) == 1)
  }

  @Test func checksWithoutWriting() throws {
    try space.makeSite()
    let result = try Program.run(["check", "--site", space.path + "/site"])
    #expect(result.code == 0, "\(result.errors)")
    #expect(result.errors.contains("rejected:"))
    #expect(!FileManager.default.fileExists(atPath: space.path + "/site/public"))
  }

  private func build(_ options: [String] = []) throws -> Program.Result {
    try Program.run(["build", "--site", space.path + "/site"] + options)
  }
}

/// What can be wrong with a site, and what the program has to say of it.
enum Breakage: CaseIterable {
  case unknownRule, unknownReport, unknownVariable, truncatedGzip, missingData, unknownKey, emptyData
  case unknownZone, missingImage, missingFrame, missingTerms, pageInPlaceOfAReport, imageInPlaceOfAnAsset, earlyEnd

  func apply(_ space: Workspace) throws {
    switch self {
    case .unknownRule: try space.write("site/Content/site.yml", "title: T\ndata: [exports]\nrules:\n  windw: 48h\n")
    case .unknownKey: try space.write("site/Content/site.yml", "titel: T\ndata: [exports]\n")
    case .missingData: try space.write("site/Content/site.yml", "data: [nowhere]\n")
    case .emptyData: try space.write("site/Content/empty/events.jsonl", "\n")
    case .unknownZone: try space.write("site/Content/site.yml", "data: [exports]\r\ntimezone: Mars/Base\r\n")
    case .missingImage: try space.write("site/Content/more.md", "---\ntitle: More\n---\n\n![Door](door.png)\n")
    case .missingFrame: try FileManager.default.removeItem(atPath: space.path + "/site/Content/timeline.md")
    case .missingTerms: try space.write("site/Content/faq.md", "---\ntitle: FAQ\n---\n")
    case .pageInPlaceOfAReport:
      try space.write("site/Content/more.md", "---\ntitle: More\naddress: customers/index.html\n---\n")
    case .imageInPlaceOfAnAsset:
      try space.write("site/Content/assets/dot.png", "a")
      try space.write("overlay/assets/dot.png", "b")
    case .earlyEnd: break
    case .unknownReport:
      try space.write("site/Content/more.md", "---\ntitle: More\n---\n\n```report sessions-detial\n```\n")
    case .unknownVariable: try space.write("overlay/page/_foot.mustache", "<footer>\n  {{fcats}}\n</footer>\n")
    case .truncatedGzip:
      try space.write("whole.jsonl", String(repeating: WorkedExample.events, count: 50))
      _ = try shell("gzip", ["-kf", space.path + "/whole.jsonl"])
      let packed = try Data(contentsOf: URL(filePath: space.path + "/whole.jsonl.gz"))
      try space.write("site/Content/exports/events-cut.jsonl.gz", packed.prefix(packed.count / 2))
    }
  }

  func options(_ space: Workspace) -> [String] {
    switch self {
    case .unknownVariable, .imageInPlaceOfAnAsset: ["--templates", space.path + "/overlay"]
    case .earlyEnd: ["--as-of", "2001-01-01T00:00:00Z"]
    case .emptyData: ["--data", space.path + "/site/Content/empty"]
    default: []
    }
  }

  var words: [String] {
    switch self {
    case .unknownRule: ["Content/site.yml:4:3: error: unknown rule `windw`", "did you mean `window`?"]
    case .unknownKey: ["Content/site.yml:1:1: error: unknown key `titel`", "did you mean `title`?"]
    case .missingData: ["nowhere"]
    case .emptyData: ["no event"]
    case .unknownReport: ["Content/more.md:5", "unknown report `sessions-detial`", "did you mean `sessions-detail`?"]
    case .unknownVariable: ["page/_foot.mustache:2:3: error: unknown name `fcats`", "did you mean `facts`?"]
    case .truncatedGzip: ["events-cut.jsonl.gz"]
    case .unknownZone:
      ["Content/site.yml:2:11: error: the time zone `Mars/Base` is not known", "\n  timezone: Mars/Base\n"]
    case .missingImage: ["more.html: error: the link to `door.png` leads nowhere"]
    case .missingFrame: ["Content/timeline.md: error: no page is the frame of timelines"]
    case .missingTerms: ["leads nowhere", "needs its entry in Content/faq.md"]
    case .pageInPlaceOfAReport: ["two things have the address `customers/index.html`"]
    case .imageInPlaceOfAnAsset: ["two things have the address `assets/dot.png`"]
    case .earlyEnd: ["every event is later than the as-of instant 2001-01-01T00:00:00.000Z"]
    }
  }
}

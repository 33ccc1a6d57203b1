import Diagnostics
import Files
import Grouping
import HTML
import Pages
import Privacy
import Reports
import SQL
import Templating
import Time
import Wording

/// A site's sources made ready to run: templates compiled, blocks known, terms collected. All that an author can get
/// wrong is found here, before any data is read.
struct SiteProgram: Sendable {
  let sources: SiteSources
  let layout: PageLayout
  let renderer: PageRenderer
  /// The pages except the timeline's frame.
  let pages: [AuthoredPage]
  let measures: MeasureBook
  let timelineFrame: [TimelineFramePiece]
  /// Definitions by term, from every `terms` block.
  let hints: [String: String]

  init(_ sources: SiteSources) throws(Diagnostics) {
    self.sources = sources
    let empty = try SiteProgram.emptyDatabase()
    measures = try MeasureBook.read(sources.measures, queries: empty, words: sources.words)
    pages = try SiteProgram.authored(sources.pages, measures, empty)
    layout = try PageLayout(
      templates: sources.templates, siteTitle: sources.configuration.title, language: sources.words.language,
      nav: SiteProgram.nav(pages.map(\.page)), made: SiteProgram.made(sources),
      hasSearch: sources.configuration.search != .off)
    renderer = try PageRenderer(templates: sources.templates)
    guard let frame = sources.pages.first(where: { $0.front.subject == .timeline }) else {
      throw Diagnostics([
        .error(
          "no page is the frame of timelines", at: Place(path: "Content/timeline.md"),
          help: "write one with `for: timeline` in its front matter; `triptych new` makes one")
      ])
    }
    timelineFrame = try renderer.frame(of: frame)
    hints = SiteProgram.hints(sources.pages)
  }
}

extension SiteProgram {
  /// For whom the site is made, and until when it is good.
  private static func made(_ sources: SiteSources) -> String {
    let (words, policy) = (sources.words, sources.audience.policy)
    let key = "audience.for." + policy.name
    let reader = words.has(key) ? words[key] : policy.name
    let made = words.fill("layout.made_with", ["audience": reader])
    guard let date = policy.expires.flatMap({ CivilDate(day: $0) }) else { return made }
    return made + " " + words.fill("layout.expires", ["date": words.dayAndYear(date)])
  }

  /// The first page with a block that explains measures.
  var glossary: String? {
    pages.first { page in
      page.page.pieces.contains { if case .block(let block) = $0 { block.isGlossary } else { false } }
    }?.page.address
  }

  /// Of everything that timelines are made from besides the customers' data.
  /// - Parameter settings: rules over the configuration's.
  func timelineSource(settings: [RuleSet.Setting]) -> ContentDigest {
    var builder = ContentDigestBuilder()
    builder.add(ProgramIdentity.text)
    builder.add(sources.audience.fingerprint)
    builder.add(sources.frameFiles)
    for setting in settings { builder.add("\(setting.key)=\(setting.value)") }
    builder.add(sources.zoneFile)
    addFrame(to: &builder)
    for piece in timelineFrame {
      switch piece {
      case .words(let words): words.bytes.withUnsafeBufferPointer { builder.add($0) }
      case .part(let name): builder.add(name)
      }
    }
    return builder.digest
  }

  /// What pages tell of one another: what stands around each, and what terms mean.
  func addFrame(to builder: inout ContentDigestBuilder) {
    layout.add(to: &builder)
    for (term, hint) in hints.sorted(by: { $0.key < $1.key }) { builder.add(term + " " + hint) }
  }

  func links(from address: String) -> Links { Links(from: address, hints: hints) }

  /// Runs a block; its place goes to errors that have none.
  func report(_ block: Page.Block, _ context: ReportContext) throws(Diagnostics) -> Report {
    guard let report = ReportCatalogue.block(named: block.name) else {
      throw Diagnostics([SiteProgram.unknown(block)])
    }
    let options = Dictionary(block.options.map { ($0.key, $0.value) }) { $1 }
    do throws(Diagnostics) {
      return try report.report(context, options: options)
    } catch {
      throw Diagnostics(
        error.all.map { diagnostic in
          var diagnostic = diagnostic
          diagnostic.place = diagnostic.place ?? block.place
          return diagnostic
        })
    }
  }
}

extension SiteProgram {
  /// Knows every table that a query may name, and has no rows.
  static func emptyDatabase() throws(Diagnostics) -> any QuerySource {
    do throws(SQLError) { return try GroupDatabase.empty() } catch {
      throw Diagnostics([.error("cannot open a database: \(error.message)")])
    }
  }

  /// The pages except the timeline's frame.
  /// - Throws: the mistakes of all pages.
  private static func authored(
    _ pages: [Page], _ measures: MeasureBook, _ empty: any QuerySource
  ) throws(Diagnostics) -> [AuthoredPage] {
    var authored: [AuthoredPage] = []
    var errors: [Diagnostic] = []
    for page in pages {
      for case .block(let block) in page.pieces { errors += mistakes(block, on: page) }
      if page.front.subject == .timeline { continue }
      var reader = AuthoredPageReader(page, book: measures, empty: empty)
      do throws(Diagnostics) { authored.append(try reader.read()) } catch { errors += error.all }
    }
    if !errors.isEmpty { throw Diagnostics(errors) }
    return authored
  }

  /// The tables and columns that the pages' queries and measures read; nil where there is none.
  func reads() throws(Diagnostics) -> [String: Set<String>]? {
    let empty = try SiteProgram.emptyDatabase()
    var reads: [String: Set<String>] = [:]
    for page in pages {
      for read in try page.reads(measures, empty) { reads.merge(read) { $0.union($1) } }
    }
    return reads.isEmpty ? nil : reads
  }

  /// The parts of a timeline that a frame may name.
  static let timelineParts = ["lede", "picture", "list"]

  private static func mistakes(_ block: Page.Block, on page: Page) -> [Diagnostic] {
    if block.kind == .timeline || page.front.subject == .timeline {
      return timelineParts.contains(block.name) && block.kind == .timeline
        ? [] : [.unknownKey(block.name, among: timelineParts, at: block.place, kind: "part of a timeline")]
    }
    guard block.kind == .report else { return [] }
    guard let report = ReportCatalogue.block(named: block.name) else { return [unknown(block)] }
    return block.options.compactMap { option in
      guard let values = report.options[option.key] else {
        return .unknownKey(option.key, among: report.options.keys.sorted(), at: option.place, kind: "option")
      }
      return values.isEmpty || values.contains(option.value)
        ? nil : .unknownKey(option.value, among: values, at: option.valuePlace, kind: "value of `\(option.key)`")
    }
  }

  private static func unknown(_ block: Page.Block) -> Diagnostic {
    .unknownKey(
      block.name, among: ReportCatalogue.blocks.map(\.name), at: block.place.of(block.name), kind: "report")
  }

  private static func nav(_ pages: [Page]) -> [PageLayout.NavEntry] {
    pages.filter { $0.front.nav != nil }
      .sorted { ($0.front.nav ?? 0, $0.path) < ($1.front.nav ?? 0, $1.path) }
      .map { page in
        let address = page.front.subject == .customers ? "customers/index.html" : page.ownAddress
        return PageLayout.NavEntry(
          address: address, label: page.front.label ?? (page.front.index ?? page.front.title).fixed,
          folders: folders(of: address))
      }
  }

  /// The pages that lie under a page of the masthead.
  private static func folders(of address: String) -> [String] {
    switch address {
    case "index.html": []
    case "customers/index.html": ["customers/", "timelines/"]
    case _ where address.hasSuffix("/index.html"): [String(address.dropLast("index.html".count))]
    default: [String(address.dropLast(".html".count)) + "/"]
    }
  }

  private static func hints(_ pages: [Page]) -> [String: String] {
    var hints: [String: String] = [:]
    for page in pages {
      for case .terms(let terms) in page.pieces {
        for term in terms { hints[term.id] = term.plain }
      }
    }
    return hints
  }
}

extension Page.Block {
  fileprivate var isGlossary: Bool { kind == .report && name == "measures" }
}

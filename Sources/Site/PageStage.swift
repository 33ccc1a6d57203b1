import CommonMark
import Diagnostics
import Dispatch
import Files
import HTML
import Pages
import Privacy
import Reports
import SQL
import Synchronization
import Time
import Timelines
import Wording

/// Renders the authored pages, each for what it is made for, from the facts.
struct PageStage: Sendable {
  let site: SiteProgram
  let data: SiteData
  let facts: Facts
  let source: PageSource?
  let jobs: Int
  let memory: MemoryBudget
}

/// What the pages are made from, and what search knows of them, in their order.
struct MadePages: Sendable {
  var context: ReportContext
  var pages: [SearchedPage]
}

extension PageStage {
  func run(into output: SiteOutput) throws(Diagnostics) -> MadePages {
    var known = context()
    let figures = FigureSupply(book: site.measures, queries: try database(known))
    let instances = try PageExpansion(site: site, context: known, figures: figures).instances()
    known.settings.pages = Set(instances.map(\.address))
    let context = known
    let failures = Mutex<[Int: Diagnostics]>([:])
    let begun = Mutex<[Int: PageFigures]>([:])
    let searched = Mutex([SearchedPage?](repeating: nil, count: instances.count))
    let order = PageStage.order(of: instances)
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: jobs) { _ in
      var notes = PageNotes()
      while true {
        let place = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard place < order.count else { break }
        let index = order[place]
        do throws(Diagnostics) {
          let title = try publish(instances[index], context, figures, into: output, notes: &notes) { page in
            begun.withLock { $0[index] = page }
          }
          let found = SearchedPage(instances[index], title: title)
          searched.withLock { $0[index] = found }
        } catch {
          failures.withLock { $0[index] = error }
        }
        begun.withLock { $0[index] = nil }
      }
      do throws(Diagnostics) { try output.hand(over: &notes) } catch {
        failures.withLock { $0[instances.count] = error }
      }
      for page in begun.withLock({ $0.sorted { $0.key < $1.key }.map(\.value) }) { page.help() }
    }
    let errors = failures.withLock { $0.sorted { $0.key < $1.key }.flatMap(\.value.all) }
    if !errors.isEmpty { throw Diagnostics(errors) }
    return MadePages(context: context, pages: searched.withLock { $0.compactMap(\.self) })
  }
}

extension PageStage {
  /// The order in which pages are made: the small pages of large families last, so that no thread is left with a page
  /// about everything when the others have nothing more to do.
  private static func order(of instances: [PageInstance]) -> [Int] {
    let (few, many) = (
      instances.indices.filter { !instances[$0].isOneOfMany }, instances.indices.filter { instances[$0].isOneOfMany }
    )
    return few + many
  }

  private func context() -> ReportContext {
    var settings = ReportSettings()
    let policy = site.sources.audience.policy
    settings.sessionsWithMessages = site.sources.configuration.sessionsWithMessages && policy.readsTexts
    settings.eventsPerTimelinePage = TimelineSettings().messagesPerPage
    settings.glossary = site.glossary
    settings.jobs = jobs
    settings.fileBytesInMemory = memory.share(of: 32)
    settings.period = PageExpansion.period(of: site, asOf: data.asOf)
    var context = ReportContext(
      store: data.store, facts: facts, rules: site.sources.rules, asOf: data.asOf, zone: site.sources.zone,
      words: site.sources.words, audience: site.sources.audience, templates: site.sources.templates, settings: settings,
      page: PageScope(
        address: "", subject: .none, period: Period(first: data.first, last: data.last), links: site.links(from: "")))
    context.measures = site.measures
    return context
  }

  /// What the pages' queries read; nil where no page asks for it.
  private func database(_ context: ReportContext) throws(Diagnostics) -> (any QuerySource)? {
    guard let reads = try site.reads() else { return nil }
    return LateDatabase { [jobs] () throws(SQLError) in
      do throws(SQLError) {
        return try GroupDatabase(GroupData(context), jobs: jobs).load(reads: reads, limits: .pages)
      } catch {
        throw SQLError(.failed, "cannot fill the database: \(error.message)")
      }
    }
  }

  /// Takes a page over if it is what it was, or makes it.
  /// - Parameter begin: is given the figures of a page that is made.
  /// - Returns: the page's title.
  private func publish(
    _ instance: PageInstance, _ context: ReportContext, _ figures: FigureSupply, into output: SiteOutput,
    notes: inout PageNotes, begin: (PageFigures) -> Void
  ) throws(Diagnostics) -> String {
    let source = source?.key(instance)
    if let source, try output.reuse(page: instance.address, source: source, notes: &notes) {
      return try figures.title(of: instance, context)
    }
    let own = self.figures(of: instance, context, figures)
    begin(own)
    return try output.write(from: source, notes: &notes) { (notes) throws(Diagnostics) in
      try write(instance, context, figures, own, into: output, notes: &notes)
    }
  }

  /// - Returns: the page's title.
  private func write(
    _ instance: PageInstance, _ context: ReportContext, _ figures: FigureSupply, _ own: PageFigures,
    into output: SiteOutput, notes: inout PageNotes
  ) throws(Diagnostics) -> String {
    var context = context
    context.page = instance.scope
    let page = try render(instance, context, figures, own)
    var bytes: [UInt8] = []
    let head = PageLayout.Head(
      address: instance.address, title: page.title,
      facts: SiteFacts(site: site, data: data).report(instance.scope.links),
      running: SiteFacts(site: site, data: data).running, personal: page.personal, hasTables: page.hasTables)
    site.layout.render(head, main: page.main, links: instance.scope.links, into: &bytes)
    try output.write(page: instance.address, bytes, notes: &notes)
    for file in page.files {
      try file.withBytes { (bytes) throws(Diagnostics) in
        try output.write(file: file.address, bytes, notes: &notes)
      }
    }
    return page.title
  }

  private func figures(of instance: PageInstance, _ context: ReportContext, _ figures: FigureSupply) -> PageFigures {
    var context = context
    context.page = instance.scope
    let (authored, data) = (instance.authored, figures.data(for: instance, context))
    return PageFigures(authored.figureOrder) { [context] (id) throws(Diagnostics) in
      try authored.figures[id]?.report(context, data)
    }
  }

  private func render(
    _ instance: PageInstance, _ context: ReportContext, _ figures: FigureSupply, _ own: PageFigures
  ) throws(Diagnostics) -> RenderedPage {
    if case .index(let list) = instance.body {
      return try site.renderer.render(try list.reports(context), title: list.title, crumb: instance.crumb)
    }
    let (authored, data) = (instance.authored, figures.data(for: instance, context))
    var page = try site.renderer.render(
      try instance.told(context), title: figures.title(of: instance, context), crumb: instance.crumb,
      live: { (live: Live) throws(Diagnostics) in try authored.text(live, context, data) },
      run: { (block: Page.Block) throws(Diagnostics) -> Report? in
        switch block.kind {
        case .report: try site.report(block, context)
        case .table, .metric, .chart: try own.report(block.name)
        // A figure may have its query's name.
        case .sql, .timeline: nil
        }
      })
    page.personal = page.personal || authored.isPersonal
    return page
  }
}

extension PageInstance {
  /// Whether its page becomes as many as there are days or customers.
  fileprivate var isOneOfMany: Bool {
    switch scope.subject {
    case .day, .customers: true
    case .period, .month, .none: false
    }
  }
}

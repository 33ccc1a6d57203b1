import CommonMark
import Diagnostics
import HTML
import Pages
import Reports
import Templating
import Wording

/// Renders an authored page's main part: its blocks run, its pieces laid out.
struct PageRenderer: Sendable {
  private let report: Template
  private let prose: Template
  private let heading: Template
  private let terms: Template

  init(templates: TemplateLibrary) throws(Diagnostics) {
    report = try templates.compile("page/report", for: LayoutSchemas.report)
    prose = try templates.compile("page/prose", for: LayoutSchemas.prose)
    heading = try templates.compile("page/heading", for: LayoutSchemas.heading)
    terms = try templates.compile("page/terms", for: LayoutSchemas.terms)
  }
}

/// A page's main part and what came with it.
struct RenderedPage: Sendable {
  var title: String
  var main: [UInt8] = []
  var files: [Report.File] = []
  var personal = false

  /// Read off the markup: which tables are for a script is said by templates, of which a site may have its own.
  var hasTables: Bool {
    let sign = Array(" data-sortable".utf8)
    return main.indices.contains { main[$0] == sign[0] && main[$0...].starts(with: sign) }
  }
}

extension PageRenderer {
  /// - Parameters:
  ///   - live: what a number in the page's words reads.
  ///   - run: what a block of the page becomes; nil for one that shows nothing.
  func render(
    _ page: Page, title: String, crumb: PageCrumb?, live: (Live) throws(Diagnostics) -> String,
    run: (Page.Block) throws(Diagnostics) -> Report?
  ) throws(Diagnostics) -> RenderedPage {
    var rendered = RenderedPage(title: title)
    var pieces = LaidOutPieces(
      lede: try page.front.lede?.filled(live), about: try page.front.about?.filled(live))
    for piece in page.pieces {
      switch piece {
      case .heading(let heading): add(try LaidOutHeading(heading, live), to: &pieces, of: page)
      case .words(let words): pieces.add(words: try words.filled(live))
      case .terms(let terms): pieces.add(prose: try markup(of: terms, live))
      case .block(let block):
        guard let report = try run(block) else { continue }
        rendered.files += report.files
        rendered.personal = rendered.personal || report.personal
        pieces.add(report)
      }
    }
    switch page.front.layout {
    case .report: renderReport(pieces, title: title, crumb: crumb, into: &rendered.main)
    case .prose: renderProse(pieces, title: title, crumb: crumb, into: &rendered.main)
    }
    return rendered
  }

  /// A page of reports alone, which nobody wrote.
  func render(_ reports: [Report], title: String, crumb: PageCrumb? = nil) throws(Diagnostics) -> RenderedPage {
    var rendered = RenderedPage(title: title)
    var pieces = LaidOutPieces(lede: nil, about: nil)
    for report in reports {
      rendered.files += report.files
      rendered.personal = rendered.personal || report.personal
      pieces.add(report)
    }
    renderReport(pieces, title: title, crumb: crumb, into: &rendered.main)
    return rendered
  }

  /// The frame of timelines: its words and blocks one after another, in pieces between which a customer's parts go.
  /// - Throws: where it has live numbers, which the pages of customers have not.
  func frame(of page: Page) throws(Diagnostics) -> [TimelineFramePiece] {
    let live = { (live: Live) throws(Diagnostics) -> String in
      throw Diagnostics([.error("the frame of timelines has no live numbers", at: live.place)])
    }
    var frame: [TimelineFramePiece] = []
    for piece in page.pieces {
      switch piece {
      case .heading(let heading): frame.append(.words(markup(of: try LaidOutHeading(heading, live))))
      case .words(let words): frame.append(.words(try words.filled(live)))
      case .terms(let terms): frame.append(.words(try markup(of: terms, live)))
      case .block(let block): frame.append(.part(block.name))
      }
    }
    return frame
  }
}

/// A piece of a timeline's frame: words that stand on every customer's page, or the name of a part.
enum TimelineFramePiece: Sendable {
  case words(Markup)
  case part(String)
}

/// The way back from a page to the one that it belongs to, and on to those beside it.
struct PageCrumb: Sendable {
  struct Turn: Sendable {
    var href: String
    var words: String
  }

  var href: String
  var label: String
  var here: String
  /// Whether the page is one of many that are made alike; else it is one of a folder.
  var isFamily = true
  var earlier: Turn?
  var later: Turn?
}

extension PageRenderer {
  private func add(_ heading: LaidOutHeading, to pieces: inout LaidOutPieces, of page: Page) {
    if page.front.layout == .report, heading.level <= 2 {
      pieces.begin(heading)
    } else {
      pieces.add(heading, markup: markup(of: heading))
    }
  }

  private func markup(of heading: LaidOutHeading) -> Markup {
    var values = Values(LayoutSchemas.heading)
    values.set("level", of: values.root, number: max(2, heading.level))
    values.set("id", of: values.root, text: heading.id)
    values.set("heading", of: values.root, markup: heading.words)
    return self.heading.markup(values)
  }

  private func markup(
    of terms: [Page.Term], _ live: (Live) throws(Diagnostics) -> String
  ) throws(Diagnostics) -> Markup {
    var values = Values(LayoutSchemas.terms)
    for term in terms {
      let item = values.append(to: "terms", of: values.root)
      values.set("id", of: item, text: term.id)
      values.set("name", of: item, markup: try term.name.filled(live))
      values.set("definition", of: item, markup: try term.definition.filled(live))
      if let unit = term.unit { values.set("unit", of: item, text: unit) }
    }
    return self.terms.markup(values)
  }

  private func renderReport(_ pieces: LaidOutPieces, title: String, crumb: PageCrumb?, into bytes: inout [UInt8]) {
    var values = Values(LayoutSchemas.report)
    fillLead(&values, pieces, title: title)
    if let crumb { fill(crumb, &values, LayoutSchemas.report["crumb"]) }
    for section in pieces.sections where !section.isEmpty {
      let item = values.append(to: "sections", of: values.root)
      if let heading = section.heading {
        values.set("id", of: item, text: heading.id)
        values.set("heading", of: item, markup: heading.words)
        values.set("hidden", of: item, flag: heading.classes.contains("vh"))
      }
      values.set("full", of: item, flag: section.isFull)
      values.set("words", of: item, markup: section.words)
      values.set("side", of: item, markup: section.side)
      values.set("body", of: item, markup: section.body)
    }
    report.render(values, into: &bytes)
  }

  private func renderProse(_ pieces: LaidOutPieces, title: String, crumb: PageCrumb?, into bytes: inout [UInt8]) {
    var values = Values(LayoutSchemas.prose)
    fillLead(&values, pieces, title: title)
    if let crumb { fill(crumb, &values, LayoutSchemas.prose["crumb"]) }
    for heading in pieces.headings where heading.level == 2 {
      let item = values.append(to: "contents", of: values.root)
      values.set("id", of: item, text: heading.id)
      values.set("words", of: item, text: heading.plain)
    }
    for section in pieces.sections {
      values.set("body", of: values.root, markup: section.words + section.body)
    }
    prose.render(values, into: &bytes)
  }

  private func fill(_ crumb: PageCrumb, _ values: inout Values, _ slot: Slot) {
    let item = values.append(to: slot, of: values.root)
    values.set("href", of: item, text: crumb.href)
    values.set("label", of: item, text: crumb.label)
    values.set("here", of: item, text: crumb.here)
    for (name, turn) in [("earlier", crumb.earlier), ("later", crumb.later)] {
      guard let turn else { continue }
      let link = values.append(to: name, of: item)
      values.set("href", of: link, text: turn.href)
      values.set("words", of: link, text: turn.words)
    }
  }

  private func fillLead(_ values: inout Values, _ pieces: LaidOutPieces, title: String) {
    values.set("title", of: values.root, text: title)
    values.set("period", of: values.root, markup: pieces.period)
    values.set("lede", of: values.root, markup: pieces.lede)
  }
}

extension LaidOutHeading {
  fileprivate init(_ heading: Page.Heading, _ live: (Live) throws(Diagnostics) -> String) throws(Diagnostics) {
    self.init(
      level: heading.level, id: heading.id, words: try heading.words.filled(live), plain: heading.plain,
      classes: heading.classes)
  }
}

extension Template {
  /// The rendered markup, for parts that go into another template.
  func markup(_ values: Values) -> Markup {
    var bytes: [UInt8] = []
    render(values, into: &bytes)
    return Markup(trusted: bytes)
  }
}

import HTML
import Pages
import Reports

/// A heading with its live numbers filled in.
struct LaidOutHeading {
  var level: Int
  var id: String
  var words: Markup
  var plain: String
  var classes: [String]
}

/// A page's pieces on their way to its template: the opening, then sections, each begun by a heading.
struct LaidOutPieces {
  struct Section {
    var heading: LaidOutHeading?
    /// Authored words.
    var words = Markup()
    /// Sentences and legends that blocks made.
    var side = Markup()
    /// Each of them once: two figures of the same days have the same to say of these.
    var said: [Markup] = []
    var body = Markup()
    /// Across the page instead of beside the words.
    var isFull = true

    var isEmpty: Bool { words.isEmpty && side.isEmpty && body.isEmpty }
  }

  private(set) var lede: Markup
  private(set) var period: Markup
  private(set) var sections: [Section] = [Section()]
  private(set) var headings: [LaidOutHeading] = []

  init(lede: String?, about: String?) {
    self.lede = lede.map(Markup.init(escaping:)) ?? Markup()
    period = about.map(Markup.init(escaping:)) ?? Markup()
  }

  private var last: Int { sections.count - 1 }
}

extension LaidOutPieces {
  mutating func begin(_ heading: LaidOutHeading) { sections.append(Section(heading: heading)) }

  mutating func add(_ heading: LaidOutHeading, markup: Markup) {
    headings.append(heading)
    add(words: markup)
  }

  mutating func add(words: Markup) { sections[last].words = sections[last].words + words }

  mutating func add(prose: Markup) { add(words: prose) }

  private mutating func add(side: Markup) {
    guard !sections[last].said.contains(side) else { return }
    sections[last].said.append(side)
    sections[last].side = sections[last].side + side
  }

  mutating func add(_ report: Report) {
    switch report.placement {
    case .lede:
      lede = report.body
      period = report.side
    case .full:
      sections[last].body = sections[last].body + report.side + report.body
    case .row:
      sections[last].isFull = false
      add(side: report.side)
      sections[last].body = sections[last].body + report.body
    case .prose:
      add(words: report.body)
    }
  }
}

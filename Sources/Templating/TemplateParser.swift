/// A piece of a template before its names are resolved.
indirect enum Node: Equatable {
  case text(Range<Int>)
  case variable(Tag)
  case section(Tag, [Node])
  case partial(Tag)
}

/// A template's source as a tree, with what is wrong in its syntax.
struct TemplateParser {
  private(set) var nodes: [Node] = []
  private(set) var errors: [(offset: Int, error: TemplateError)]
  private var open: [(tag: Tag, outer: [Node])] = []

  init(_ source: [UInt8]) {
    let scanner = TagScanner(source)
    errors = scanner.errors
    var at = 0
    for tag in scanner.tags {
      addText(at..<max(at, tag.range.lowerBound))
      take(tag)
      at = tag.range.upperBound
    }
    addText(at..<source.count)
    while let section = open.last { abandon(section.tag) }
    errors.sort { $0.offset < $1.offset }
  }
}

extension TemplateParser {
  private mutating func addText(_ range: Range<Int>) {
    if !range.isEmpty { nodes.append(.text(range)) }
  }

  private mutating func take(_ tag: Tag) {
    switch tag.kind {
    case .comment: break
    case .variable, .raw: nodes.append(.variable(tag))
    case .partial: nodes.append(.partial(tag))
    case .section, .inverted:
      open.append((tag, nodes))
      nodes = []
    case .close: close(tag)
    }
  }

  /// Ends the innermost section of that name; those inside it were never closed.
  private mutating func close(_ tag: Tag) {
    guard open.contains(where: { $0.tag.name == tag.name }) else {
      errors.append((tag.offset, .unopenedSection(tag.name, innermost: open.last?.tag.name)))
      return
    }
    while let section = open.last, section.tag.name != tag.name { abandon(section.tag) }
    endSection()
  }

  private mutating func abandon(_ tag: Tag) {
    errors.append((tag.offset, .unclosedSection(tag.name)))
    endSection()
  }

  private mutating func endSection() {
    let (tag, outer) = open.removeLast()
    nodes = outer + [.section(tag, nodes)]
  }
}

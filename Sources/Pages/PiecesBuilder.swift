import CommonMark
import Diagnostics
import HTML

/// Turns blocks into a page's pieces. What authors named gets its name first; ids that are made keep clear of those.
struct PiecesBuilder {
  private(set) var pieces: [Page.Piece] = []
  var errors: [Diagnostic] { names.errors + mistakes }
  /// Where the page will stand: its links are seen from there.
  private let links: PageLinks
  private var names = PageNames()
  private var mistakes: [Diagnostic] = []
  /// The pieces that want an id, by the word that it is made from.
  private var nameless: [(index: Int, word: String)] = []

  init(_ entries: [PageBlocks.Entry], links: PageLinks) {
    self.links = links
    for entry in entries { add(entry) }
    for (index, word) in nameless { pieces[index].name(names.make(word)) }
  }
}

extension PiecesBuilder {
  private mutating func add(_ entry: PageBlocks.Entry) {
    switch entry.block {
    case .heading(let level, let inline, let plain, let id, let classes, let line):
      if let id { names.take(id, at: entry.place(ofLine: line)) } else { nameless.append((pieces.count, slug(plain))) }
      pieces.append(
        .heading(Page.Heading(level: level, id: id ?? "", words: inline, plain: plain, classes: classes)))
    case .html(let markup, _):
      pieces.append(.words(markup))
    case .fence(let info, let body, let line):
      do throws(Diagnostic) {
        try addFence(info, body, line: line, of: entry)
      } catch {
        mistakes.append(error)
      }
    }
  }

  private mutating func addFence(
    _ info: String, _ body: String, line: Int, of entry: PageBlocks.Entry
  ) throws(Diagnostic) {
    let place = entry.place(ofLine: line)
    switch try Fence(info, at: place) {
    case .block(let kind, let name, let isSafe): add(kind, name, body, isSafe: isSafe, at: place)
    case .terms:
      let terms = TermsParser(body, place: place, links: links)
      mistakes += terms.errors
      for term in terms.terms { names.take(term.term.id, at: entry.place(ofLine: term.line)) }
      pieces.append(.terms(terms.terms.map(\.term)))
    case .include: break
    case .code:
      let words = info.split(separator: " ").joined(separator: " ")
      pieces.append(.words(LiveMarkup(CodeRenderer.render(info: words, body: body))))
    }
  }

  private mutating func add(_ kind: Page.Block.Kind, _ name: String?, _ body: String, isSafe: Bool, at place: Place) {
    switch (kind, name) {
    case (.sql, let name?): names.takeQuery(name, at: place)
    case (.table, let name?), (.metric, let name?), (.chart, let name?): names.take(name, at: place.of(name))
    case (_, nil): nameless.append((pieces.count, kind.rawValue))
    default: break
    }
    var block = Page.Block(kind: kind, name: name ?? "", body: body, options: [], isSafe: isSafe, place: place)
    if kind == .report || kind == .timeline { readOptions(of: &block) }
    pieces.append(.block(block))
  }

  private mutating func readOptions(of block: inout Page.Block) {
    do throws(Diagnostics) {
      block.options = try OptionsReader.read(block)
    } catch {
      mistakes += error.all
    }
  }
}

extension Page.Piece {
  /// Gives a heading or a figure the id that was made for it.
  fileprivate mutating func name(_ id: String) {
    switch self {
    case .heading(var heading):
      heading.id = id
      self = .heading(heading)
    case .block(var block):
      block.name = id
      self = .block(block)
    case .words, .terms: break
    }
  }
}

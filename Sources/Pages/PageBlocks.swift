import CommonMark
import Diagnostics

/// A page's blocks in their order, with those of the files that it includes in their places.
struct PageBlocks {
  /// A block and the text that it stands in, which knows its lines.
  struct Entry {
    var block: Document.Block
    var document: Document

    func place(ofLine line: Int) -> Place { document.place(ofLine: line) }
  }

  private(set) var entries: [Entry] = []
  private(set) var errors: [Diagnostic] = []
  private(set) var hasLinks = false
  private let partials: Partials
  private let links: PageLinks
  /// The files that are being included, the innermost last.
  private var open: [String] = []
  private var count = 0

  init(_ document: Document, partials: Partials, links: PageLinks) {
    self.partials = partials
    self.links = links
    add(document)
  }
}

extension PageBlocks {
  /// How many files a page may include: files that each include the next one twice would never end.
  private static let limit = 1000

  private mutating func add(_ document: Document) {
    errors += document.errors + document.droppedHTML.map { .rawHTML(at: document.place(ofLine: $0)) }
    hasLinks = hasLinks || !document.links.isEmpty
    for block in document.blocks {
      if case .fence(let info, _, let line) = block, let path = included(info) {
        include(path, at: document.place(ofLine: line))
      } else {
        entries.append(Entry(block: block, document: document))
      }
    }
  }

  private func included(_ info: String) -> String? {
    guard case .include(let path)? = try? Fence(info, at: Place(path: "")) else { return nil }
    return path
  }

  private mutating func include(_ name: String, at place: Place) {
    count += 1
    if count > PageBlocks.limit { return }
    if let error = mistake(name, at: place) {
      errors.append(error)
    } else if let bytes = partials[name] {
      let text = MarkdownFile(bytes)
      let path = "Content/" + name
      if text.hasFrontMatter { errors.append(.frontMatter(of: path, text)) }
      open.append(name)
      add(Document(text.body, path: path, firstLine: text.firstLine, linkTarget: links.target))
      open.removeLast()
    }
  }

  private func mistake(_ name: String, at place: Place) -> Diagnostic? {
    if let start = open.firstIndex(of: name) {
      let circle = (open[start...] + [name]).map { "`\($0)`" }.joined(separator: " → ")
      return .error("files include each other in a circle: \(circle)", at: place.of(name))
    }
    if partials[name] == nil {
      let nearest = nearestName(to: name, in: partials.names)
      return .error(
        "no file `Content/\(name)` to include", at: place.of(name),
        help: nearest.map { "did you mean `\($0)`?" }
          ?? "write its path below `Content`; its name begins with `_` and ends with `.md`")
    }
    return count == PageBlocks.limit ? .error("a page includes \(count) files and more", at: place) : nil
  }
}

extension Diagnostic {
  fileprivate static func rawHTML(at line: Place) -> Diagnostic {
    var place = line
    if let text = line.text, let mark = text.firstIndex(of: "<") {
      place.column = text.distance(from: text.startIndex, to: mark) + 1
    }
    return .error(
      "raw HTML is not allowed in a page", at: place, help: "write Markdown, or put the markup into a template")
  }

  fileprivate static func frontMatter(of path: String, _ text: MarkdownFile) -> Diagnostic {
    .error(
      "front matter in a file that is included", at: Place(path: path, line: 1, text: "---"),
      help: "it belongs to pages; remove the lines up to the second `---`")
  }
}

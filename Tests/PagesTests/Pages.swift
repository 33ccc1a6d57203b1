import Diagnostics
import Files
import HTML

@testable import Pages

/// A page of a file `Content/guide/a.md`.
func page(_ text: String) throws(Diagnostics) -> Page {
  try PageParser(path: "Content/guide/a.md", name: "guide/a.md").parse(Array(text.utf8))
}

/// A page with a title and this body, which begins at line 4.
func page(body: String) throws(Diagnostics) -> Page { try page("---\ntitle: A\n---\n" + body) }

/// The complete text of what is wrong with a page, empty if nothing is.
func mistakes(_ text: String) -> String {
  do throws(Diagnostics) {
    _ = try page(text)
    return ""
  } catch {
    return error.description
  }
}

extension Page {
  /// The pieces, one a line, live numbers as they are written.
  var outline: [String] {
    pieces.map { piece in
      switch piece {
      case .heading(let heading):
        "h\(heading.level) \(heading.id)\(heading.classes.map { " ." + $0 }.joined()): \(heading.words.shown)"
      case .words(let words): words.shown
      case .block(let block):
        "\(block.kind) \(block.name) at \(block.place)" + block.options.map { ", \($0.key)=\($0.value)" }.joined()
      case .terms(let terms):
        terms.map { "\($0.id)\($0.unit.map { " ." + $0 } ?? ""): \($0.name.shown): \($0.definition.shown)" }.joined()
      }
    }
  }
}

extension LiveMarkup {
  var shown: String { filled(\.source).text }
}

import Diagnostics
import HTML
import Templating
import Time

extension ReportContext {
  /// The key of a counted sentence's form.
  func form(_ key: String, _ n: Int) -> String { words.form(key, n) }

  /// A sentence as markup, its terms linked from this page.
  func sentence(_ key: String, _ values: KeyValuePairs<String, String> = [:]) -> Markup {
    words.markup(key, values, links: page.links)
  }

  /// A page's opening sentences, under its title what it reports and for which days.
  /// - Parameter report: the key of the report's name.
  func lede(_ report: String, _ sentences: [Markup]) throws(Diagnostics) -> Report {
    let span = words.range(page.period.first, page.period.last)
    return Report(.lede, body: Markup(sentences), side: try titleLines([words[report], span]))
  }

  /// Lines under a page's title.
  func titleLines(_ lines: [String]) throws(Diagnostics) -> Markup {
    try render("blocks/_lines", LinesSchema.lines) { values in
      for (index, line) in lines.enumerated() {
        let record = values.append(to: "lines", of: values.root)
        values.set("line", of: record, text: line)
        values.set("first", of: record, flag: index == 0)
      }
    }
  }

  /// Paragraphs in the report's voice, and in the narrator's (`notes`); empty ones are left out.
  func paragraphs(_ texts: [Markup], notes: [Markup] = []) throws(Diagnostics) -> Markup {
    try render("blocks/_paragraphs", LinesSchema.paragraphs) { values in
      for (text, isNote) in texts.map({ ($0, false) }) + notes.map({ ($0, true) }) where !text.isEmpty {
        let record = values.append(to: "paragraphs", of: values.root)
        values.set("text", of: record, markup: text)
        values.set("note", of: record, flag: isNote)
      }
    }
  }

  /// The address of a file beside the page: its own, with another ending.
  func fileBeside(_ suffix: String) -> String {
    let stem = page.address.hasSuffix(".html") ? String(page.address.dropLast(5)) : page.address
    return stem + suffix
  }

  /// Whether the data ends before the page's period does.
  var isUnfinished: Bool { asOf < zone.start(of: page.period.last.advanced(by: 1)) }
}

/// What `blocks/_lines` and `blocks/_paragraphs` may name.
private enum LinesSchema {
  static let lines = Schema("lines", [.list("lines", Schema("line", [.text("line"), .flag("first")]))])
  static let paragraphs = Schema(
    "paragraphs", [.list("paragraphs", Schema("paragraph", [.markup("text"), .flag("note")]))])
}

extension Markup {
  /// Sentences after one another; empty ones are none.
  init(_ sentences: [Markup]) {
    var bytes: [UInt8] = []
    for sentence in sentences where !sentence.isEmpty {
      if !bytes.isEmpty { bytes.append(" ") }
      bytes.append(sentence)
    }
    self.init(trusted: bytes)
  }
}

import Diagnostics
import HTML
import Templating

/// A link of a pager: a page, or the first of several.
struct SpineEntry: Sendable, Equatable {
  var words: String
  /// Below the site's root.
  var page: String
  var isCurrent = false
}

/// A pager as a spine of an encyclopaedia: where there are too many pages for one line, lines of volumes above the
/// line of pages, each opened at the current one, so that no page lists more than about 120 links.
enum Spine {
  /// The most pages in one line.
  static let widest = 60
  /// Volumes in a line above.
  static let volumes = 30

  /// Lines from the widest volumes to single pages.
  /// - Parameter name: the words for pages first to last.
  static func lines(
    count: Int, current: Int, address: (Int) -> String, name: (ClosedRange<Int>) -> String
  ) -> [[SpineEntry]] {
    var lines: [[SpineEntry]] = []
    var span = 0..<count
    while span.count > widest {
      let volumes = TableParts.ranges(span.count, most: (span.count + volumes - 1) / volumes).map {
        span.lowerBound + $0.lowerBound..<span.lowerBound + $0.upperBound
      }
      lines.append(
        volumes.map {
          SpineEntry(
            words: name($0.lowerBound...$0.upperBound - 1), page: address($0.lowerBound),
            isCurrent: $0.contains(current))
        })
      span = volumes.first { $0.contains(current) } ?? 0..<0
    }
    lines.append(span.map { SpineEntry(words: name($0...$0), page: address($0), isCurrent: $0 == current) })
    return lines
  }
}

extension ReportContext {
  /// Links to a table's other pages; nothing where there is one page.
  func pager(lines: [[SpineEntry]], current: Int, count: Int, label: String) throws(Diagnostics) -> Markup {
    guard count > 1 else { return Markup() }
    return try render("blocks/_pager", PagerSchema.pager) { values in
      values.set("label", of: values.root, text: label)
      values.set(
        "place", of: values.root,
        text: words.fill("table.page_of", ["page": words.number(current + 1), "pages": words.number(count)]))
      for (index, line) in lines.enumerated() {
        let record = values.append(to: "lines", of: values.root)
        for entry in line {
          let item = values.append(to: "entries", of: record)
          values.set("words", of: item, text: entry.words)
          values.set("href", of: item, text: page.links.address(entry.page))
          values.set("current", of: item, flag: entry.isCurrent && index == lines.count - 1)
          values.set("open", of: item, flag: entry.isCurrent && index < lines.count - 1)
        }
      }
    }
  }
}

/// What `blocks/_pager` may name.
private enum PagerSchema {
  static let entry = Schema("entry", [.text("words"), .text("href"), .flag("current"), .flag("open")])
  static let line = Schema("pages", [.list("entries", entry)])
  static let pager = Schema("pager", [.text("label"), .text("place"), .list("lines", line)])
}

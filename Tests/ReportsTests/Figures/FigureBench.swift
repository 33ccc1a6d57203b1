import Diagnostics
import Events
import Foundation
import Grouping
import HTML
import Privacy
import SQL
import TestSupport
import Testing
import Time
import Wording

@testable import Reports

/// An author's block over made-up rows, with the real templates and words.
struct FigureBench {
  var context: ReportContext
  var tables: [String: ResultTable] = [:]
  var reads: [String: Set<String>] = [:]
  var parameters: [String: ResultValue] = [:]
  var book = MeasureBook()

  /// - Parameter asOf: the data ends then.
  init(
    asOf: String = "2026-03-29T22:30:00Z", first: String = "2026-03-02", last: String = "2026-03-29",
    zone: Zone = .utc, _ tables: [String: ResultTable] = [:]
  ) throws {
    let words = try Repository.words()
    context = ReportContext(
      store: EventStore(), facts: Facts(), rules: RuleSet(), asOf: try #require(Instant(asOf)), zone: zone,
      words: words, audience: .everyone, templates: try Repository.templates(words: words),
      settings: ReportSettings(),
      page: PageScope(
        address: "reports/weekly.html", subject: .period, period: Period(first: day(first), last: day(last)),
        links: Links(from: "reports/weekly.html", hints: [:])))
    self.tables = tables
  }
}

extension FigureBench {
  var scope: FigureScope {
    FigureScope(
      queries: tables.mapValues { QueryShape(columns: $0.columns, reads: reads) }, book: book,
      parameters: parameters.keys.sorted())
  }

  var data: FigureData {
    FigureData(
      result: { [tables] name throws(Diagnostics) in tables[name] ?? ResultTable(columns: []) },
      text: { "select * from \($0) where n < 3" }, engine: MeasureEngine(book: book, queries: nil),
      parameters: parameters)
  }

  func block(_ kind: FigureBlock.Kind, _ body: String) throws(Diagnostics) -> FigureBlock {
    try FigureBlock.read(
      kind, id: "it", body: body,
      place: Place(path: "weekly.md", line: 10, column: 1, text: "```\(kind.rawValue) it"), scope: scope)
  }

  func report(_ kind: FigureBlock.Kind, _ body: String) throws -> Report {
    try block(kind, body).report(context, data)
  }

  /// Every error of reading a block, as it is printed; nothing if there is none.
  func mistakes(_ kind: FigureBlock.Kind, _ body: String) -> String {
    do {
      _ = try block(kind, body)
      return ""
    } catch {
      return error.description
    }
  }

  /// The errors of filling it.
  func faults(_ kind: FigureBlock.Kind, _ body: String) -> String {
    do {
      _ = try report(kind, body)
      return ""
    } catch {
      return "\(error)"
    }
  }

  func live(_ text: String) throws(Diagnostics) -> String {
    let place = Place(path: "weekly.md", line: 3, column: 4, text: "So {{\(text)}} it is.")
    return try LiveNumber.read(text, place: place, scope: scope).text(context, data).replacing("\u{A0}", with: " ")
  }

  func liveMistake(_ text: String) -> String {
    do {
      _ = try live(text)
      return ""
    } catch {
      return error.description
    }
  }
}

extension ResultTable {
  /// A line a row, values parted by bars; numbers are numbers, `-` is null, and text stands in quotes if it looks like
  /// either.
  init(_ columns: String, _ lines: String...) {
    self.init(
      columns: columns.split(separator: " ").map(String.init),
      rows: lines.map { line in
        line.split(separator: ",", omittingEmptySubsequences: false).map { part in
          let text = part.trimmingCharacters(in: .whitespaces)
          if text == "-" { return .null }
          if let n = Int(text) { return .integer(n) }
          if let x = Double(text) { return .real(x) }
          return .text(text.trimmingCharacters(in: CharacterSet(charactersIn: "\"")))
        }
      })
  }
}

extension Markup {
  /// The cells of every row of a table, parted by bars, heads first; pictures are left out.
  func cells(of id: String) -> [String] {
    let rows =
      text.components(separatedBy: "id=\"\(id)\"").dropFirst().first?
      .components(separatedBy: "</table>").first?.components(separatedBy: "<tr").dropFirst() ?? []
    return rows.map { row in
      row.components(separatedBy: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        .filter { $0.hasPrefix("<th ") || $0.hasPrefix("<td") }
        .map { $0.replacing(/<svg.*<\/svg>/, with: "").replacing(/<[^>]*>/, with: "").replacing("\u{A0}", with: " ") }
        .joined(separator: " | ")
    }
  }
}

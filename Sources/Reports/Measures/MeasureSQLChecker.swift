import Diagnostics
import SQL

/// Compiles an expression of SQL over its unit's table, without any data, and tells what is wrong with it.
struct MeasureSQLChecker {
  let table: MeasureTable
  let queries: any QuerySource

  /// What an expression may name besides columns.
  static let parameters = ["start", "end", "as_of"]
}

extension MeasureSQLChecker {
  func mistakes(in text: MeasureDraft.Text) -> [Diagnostic] {
    do {
      let shape = try queries.shape(of: MeasureSQLChecker.head + text.value + tail)
      if shape.columns.count != 1 { return [mistake("found \(shape.columns.count) columns, expected one", text)] }
      let unknown = shape.parameters.filter { !MeasureSQLChecker.parameters.contains($0) }
      if !unknown.isEmpty { return unknown.map { unknownParameter($0, in: text) } }
    } catch {
      return [diagnostic(error, text)]
    }
    return isAggregate(text) ? [] : [noAggregate(text)]
  }
}

extension MeasureSQLChecker {
  private static let head = "select ("
  /// The line's end closes a comment that the expression may end with.
  private var tail: String { "\n) from \(table.name)" }

  /// SQLite refuses to group by a column that has an aggregate in it; one that it takes gives a value for each row.
  private func isAggregate(_ text: MeasureDraft.Text) -> Bool {
    (try? queries.shape(of: MeasureSQLChecker.head + text.value + tail + " group by 1")) == nil
  }

  private func noAggregate(_ text: MeasureDraft.Text) -> Diagnostic {
    .error(
      "`\(text.value.firstLine)` gives a value for each \(table.unit.rawValue), expected an aggregate over all",
      at: text.place(0), help: "write `count(*)`, or put it into `sum(…)`, `avg(…)` or `median(…)`")
  }

  private func diagnostic(_ error: SQLError, _ text: MeasureDraft.Text) -> Diagnostic {
    error.diagnostic { offset in
      text.place(min(max(offset - MeasureSQLChecker.head.utf8.count, 0), text.value.utf8.count))
    }
  }

  private func unknownParameter(_ name: String, in text: MeasureDraft.Text) -> Diagnostic {
    var error = Diagnostic.unknownKey(
      ":" + name, among: MeasureSQLChecker.parameters.map { ":" + $0 }, at: nil, kind: "parameter")
    let offset = text.value.utf8Offset(of: ":" + name)
    error.place = text.place(offset ?? 0)
    return error
  }

  private func mistake(_ summary: String, _ text: MeasureDraft.Text) -> Diagnostic {
    .error(summary, at: text.place(0))
  }
}

extension String {
  /// The first line of a longer text, with `…` for the rest.
  fileprivate var firstLine: String {
    let lines = split(whereSeparator: \.isNewline)
    return String(lines.first ?? "") + (lines.count > 1 ? " …" : "")
  }

  /// The byte at which a text first stands.
  fileprivate func utf8Offset(of part: String) -> Int? {
    let (all, part) = (Array(utf8), Array(part.utf8))
    guard all.count >= part.count else { return nil }
    return (0...all.count - part.count).first { all[$0..<$0 + part.count].elementsEqual(part) }
  }
}

import Diagnostics
import SQL

/// A number in a sentence: `{{ query.column }}`, `{{ measure }}`, `{{ page.column }}`, each with a format behind it if
/// the one that follows from the name is not wanted.
public struct LiveNumber: Sendable {
  enum Part: String, CaseIterable, Sendable { case value, n, change, before, low, high }

  enum Subject: Sendable {
    case query(String, column: String, isPersonal: Bool)
    case measure(Measure, Part)
    case parameter(String)
  }

  public let place: Place
  let subject: Subject
  let format: FigureFormat?
}

extension LiveNumber {
  /// - Parameters:
  ///   - text: what stands between the braces.
  ///   - place: of the first brace.
  /// - Throws: what is wrong with it, with the nearest known name.
  public static func read(_ text: String, place: Place, scope: FigureScope) throws(Diagnostics) -> LiveNumber {
    try LiveNumberReader(text, place: place, scope: scope).read()
  }

  /// As readers see it, not escaped.
  public func text(_ context: ReportContext, _ data: FigureData) throws(Diagnostics) -> String {
    switch subject {
    case .parameter(let name): try text(data.parameters[name] ?? .null, name, of: "page", context)
    case .query(let name, let column, _): try text(name, column, context, data)
    case .measure(let measure, let part):
      try LiveMeasure(measure: measure, part: part, format: format, context: context, data: data).text()
    }
  }

  /// Whether its query reads names of people, mails or texts.
  public var isPersonal: Bool { if case .query(_, _, let isPersonal) = subject { isPersonal } else { false } }

  /// The name of the query that it reads; nil for one of a measure or of the page's row.
  public var query: String? { if case .query(let name, _, _) = subject { name } else { nil } }

  /// The measures that it asks for.
  public var measures: [String] { if case .measure(let measure, _) = subject { [measure.name] } else { [] } }
}

extension LiveNumber {
  /// Of the query's first row.
  private func text(
    _ name: String, _ column: String, _ context: ReportContext, _ data: FigureData
  ) throws(Diagnostics) -> String {
    let table = try data.result(name)
    guard let row = table.rows.first, let index = table.columns.firstIndex(of: column) else {
      return context.words["table.missing"]
    }
    return try text(row[index], column, of: name, context)
  }

  private func text(
    _ value: ResultValue, _ column: String, of query: String, _ context: ReportContext
  ) throws(Diagnostics) -> String {
    let format = format ?? .named(by: column)
    if let text = context.text(value, format) { return text }
    throw Diagnostics([
      .error(
        "`\(query).\(column)` is `\(FigureValue.sql(value).plain.prefix(60))`, "
          + "expected \((format ?? .text).expectation)", at: place,
        help: "write `{{ \(query).\(column) text }}` to show it as it is")
    ])
  }
}

import Diagnostics
import SQL

/// Reads what stands between two pairs of braces.
struct LiveNumberReader {
  let place: Place
  let scope: FigureScope
  /// The name and the format, with their offsets from the first brace.
  private let parts: [(text: String, offset: Int)]

  init(_ text: String, place: Place, scope: FigureScope) {
    self.place = place
    self.scope = scope
    var parts: [(text: String, offset: Int)] = []
    for (offset, character) in text.enumerated() where !character.isWhitespace {
      if let last = parts.last, last.offset + last.text.count == offset {
        parts[parts.count - 1].text.append(character)
      } else {
        parts.append((String(character), offset))
      }
    }
    self.parts = parts
  }
}

extension LiveNumberReader {
  func read() throws(Diagnostics) -> LiveNumber {
    guard let name = parts.first else {
      throw fail("expected `query.column`, a measure or `page.column` between the braces, found nothing")
    }
    guard parts.count < 3 else {
      throw fail("expected a name and perhaps a format, found `\(parts[2].text)` after them", at: 2)
    }
    return LiveNumber(place: place, subject: try subject(name.text), format: try format())
  }

  private func subject(_ text: String) throws(Diagnostics) -> LiveNumber.Subject {
    guard let dot = text.firstIndex(of: ".") else { return try measure(text) }
    let head = String(text[..<dot])
    let tail = String(text[text.index(after: dot)...])
    if head == "page" { return try parameter(tail) }
    if let shape = scope.queries[head] { return try column(tail, of: head, shape) }
    if let measure = scope.book[head] { return .measure(measure, try part(tail)) }
    throw unknown(head)
  }

  private func measure(_ name: String) throws(Diagnostics) -> LiveNumber.Subject {
    switch (scope.book[name], scope.queries[name]) {
    case (let measure?, nil): return .measure(measure, .value)
    case (_?, _?): throw ambiguous(name)
    case (nil, let shape?):
      let columns = shape.columns.map { "`\(name).\($0)`" }.joined(separator: ", ")
      throw fail("`\(name)` is a query, expected one of its columns: \(columns)")
    case (nil, nil): throw unknown(name)
    }
  }

  private func column(_ name: String, of query: String, _ shape: QueryShape) throws(Diagnostics) -> LiveNumber.Subject {
    if scope.book[query] != nil { throw ambiguous(query) }
    if shape.columns.contains(name) { return .query(query, column: name, isPersonal: shape.isPersonal) }
    throw unknown(name, among: shape.columns, "column of `\(query)`")
  }

  private func part(_ name: String) throws(Diagnostics) -> LiveNumber.Part {
    if let part = LiveNumber.Part(rawValue: name) { return part }
    throw unknown(name, among: LiveNumber.Part.allCases.map(\.rawValue), "part of a measure")
  }

  private func parameter(_ name: String) throws(Diagnostics) -> LiveNumber.Subject {
    if scope.parameters.contains(name) { return .parameter(name) }
    throw Diagnostics([.unknownParameter(name, scope, at: place(of: 0))])
  }

  private func format() throws(Diagnostics) -> FigureFormat? {
    guard parts.count > 1 else { return nil }
    if let format = FigureFormat(rawValue: parts[1].text) { return format }
    throw Diagnostics([
      .unknownKey(parts[1].text, among: FigureFormat.allCases.map(\.rawValue), at: place(of: 1), kind: "format")
    ])
  }
}

extension LiveNumberReader {
  /// Two characters behind the first brace the text begins.
  private func place(of part: Int) -> Place {
    var place = place
    if let column = place.column, parts.indices.contains(part) { place.column = column + 2 + parts[part].offset }
    return place
  }

  private func fail(_ summary: String, at part: Int = 0) -> Diagnostics {
    Diagnostics([.error(summary, at: place(of: part))])
  }

  private func ambiguous(_ name: String) -> Diagnostics {
    Diagnostics([
      .error(
        "`\(name)` is a query of this page and a measure, expected one", at: place(of: 0),
        help: "give the query another name")
    ])
  }

  private func unknown(_ name: String) -> Diagnostics {
    let known = (scope.queries.keys.sorted() + scope.book.measures.map(\.name)) + ["page"]
    return Diagnostics([
      .error(
        "unknown query or measure `\(name)`", at: place(of: 0),
        help: nearestName(to: name, in: known).map { "did you mean `\($0)`?" })
    ])
  }

  private func unknown(_ name: String, among known: [String], _ kind: String) -> Diagnostics {
    Diagnostics([.unknownKey(name, among: known, at: place(of: 0), kind: kind)])
  }
}

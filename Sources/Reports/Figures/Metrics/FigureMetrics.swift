import Charts
import Diagnostics
import HTML
import SQL
import Time

/// An author's figures, as panels like the built-in headline figures.
struct FigureMetrics {
  let desk: FigureDesk
  let spec: MetricSpec
}

extension FigureMetrics {
  func report() throws(Diagnostics) -> Report {
    switch spec.source {
    case .query(let name, _): try report(of: name)
    case .measures(let measures, _, let filters): try report(of: measures, filters)
    }
  }

  private var context: ReportContext { desk.context }

  private func report(of query: String) throws(Diagnostics) -> Report {
    let rows = try desk.rows(spec.source)
    let title = try desk.words(spec.title)
    guard let row = rows.rows.first, let value = spec.value else {
      return try desk.emptyReport(spec.source, title: title)
    }
    let place = rows.index(value)
    let column = rows.columns[place]
    var figure = try figure(row.values[place], column, rows, title: title ?? column.title)
    if let n = spec.n,
      let number = try desk.number(row.values[rows.index(n)], rows.columns[rows.index(n)], row: 0, in: rows)
    {
      figure.note = context.words.fill("figures.of_n", ["n": context.text(number, .count)])
    }
    if let before = spec.before { figure.change = try change(row.values[place], rows.index(before), column, rows) }
    return try report([figure], csv: desk.csv(rows))
  }

  private func figure(
    _ value: FigureValue, _ column: FigureRows.Column, _ rows: FigureRows, title: String
  ) throws(Diagnostics) -> Figure {
    let title = Markup(escaping: title)
    if (spec.format ?? column.format) == .duration, let number = try desk.number(value, column, row: 0, in: rows) {
      return with(spec.role, Figure(title, length: Length(seconds: number), in: context))
    }
    return Figure(
      title, role: spec.role, value: try desk.text(value, column, row: 0, format: spec.format, in: rows))
  }

  private func with(_ role: Role?, _ figure: Figure) -> Figure {
    var figure = figure
    figure.role = role
    return figure
  }

  private func change(
    _ now: FigureValue, _ place: Int, _ column: FigureRows.Column, _ rows: FigureRows
  ) throws(Diagnostics) -> Change? {
    let before = try desk.number(rows.rows[0].values[place], rows.columns[place], row: 0, in: rows)
    guard let before, let now = try desk.number(now, column, row: 0, in: rows) else { return nil }
    return context.change(from: before, to: now, spec.format ?? column.format ?? .number)
  }
}

/// Figures of measures.
extension FigureMetrics {
  private func report(of measures: [Measure], _ filters: [FigureFilter]) throws(Diagnostics) -> Report {
    let names = measures.map(\.name)
    let scope = desk.scope(filters)
    let engine = desk.data.engine
    let now = try engine.readings(names, scope, context)
    let before = try spec.compares ? engine.readingsBefore(names, scope, context) : nil
    let curves = try spec.hasSpark ? curves(measures, filters) : nil
    let title = try desk.words(spec.title)
    var figures: [Figure] = []
    for (index, measure) in measures.enumerated() {
      var figure = figure(measure, now[index], title: title ?? measure.title)
      if let before {
        let change = engine.change(measure.name, from: before[index], to: now[index], context)
        figure.change = Change(delta: change.delta, base: change.base)
      }
      figure.curve = curves?[index]
      figures.append(figure)
    }
    return try report(figures, csv: csv(measures, now, before))
  }

  private func figure(_ measure: Measure, _ reading: MeasureReading, title: String) -> Figure {
    let title = context.title(of: measure, as: title)
    var figure = Figure(
      title, role: spec.role ?? measure.unit.role, value: reading.text(measure.format, context.words))
    if reading.isEnough, case .length(let length) = reading.value {
      figure = with(figure.role, Figure(title, length: length, in: context))
    }
    figure.note = note(measure, reading)
    return figure
  }

  /// `of 214 contacts, 24–31%`.
  private func note(_ measure: Measure, _ reading: MeasureReading) -> String {
    let words = context.words
    let key = "figures.of.\(measure.unit.rawValue)"
    let n = reading.n.map { words.count(key, $0) }
    let interval = reading.isEnough ? reading.interval.map { context.text($0) } : nil
    let anchor = words.fill("figures.by_anchor", ["anchor": measure.anchorWords(words)])
    return words.list([n ?? anchor, interval].compactMap(\.self))
  }

  /// By day, with the period before.
  private func curves(_ measures: [Measure], _ filters: [FigureFilter]) throws(Diagnostics) -> [Sparkline] {
    let now = try days(measures, filters, context.comparison.current)
    let before = try spec.compares ? days(measures, filters, context.comparison.previous) : measures.map { _ in [] }
    return measures.indices.map { index in
      let format = FigureFormat(measures[index].format)
      let spark = FigureSpark(
        name: measures[index].title, values: now[index], before: before[index],
        text: { context.text($0, format) }, context: context)
      return spark.chart(height: measures.count > 3 ? 28 : 44, role: spec.role ?? measures[index].unit.role)
    }
  }

  private func days(
    _ measures: [Measure], _ filters: [FigureFilter], _ period: Period
  ) throws(Diagnostics) -> [[Double?]] {
    let days = try desk.data.engine.breakdown(
      measures.map(\.name), by: .day, desk.scope(filters, of: period), context)
    return measures.indices.map { index in
      days.rows.map { $0.isCovered ? FigureValue.reading($0.readings[index]).number : nil }
    }
  }

  private func csv(_ measures: [Measure], _ now: [MeasureReading], _ before: [MeasureReading]?) -> [UInt8] {
    var csv = CSVWriter(header: ["measure", "value", "n", "low", "high", "before"])
    for (index, measure) in measures.enumerated() {
      let reading = now[index]
      let edges = reading.isEnough ? reading.interval : nil
      csv.append([
        .id(measure.name), FigureValue.reading(reading).csv, reading.n.map { .number($0) } ?? .empty,
        edges.map { .id($0.lowerBound.description) } ?? .empty, edges.map { .id($0.upperBound.description) } ?? .empty,
        before.map { FigureValue.reading($0[index]).csv } ?? .empty,
      ])
    }
    return csv.bytes
  }
}

extension FigureMetrics {
  /// At most four in a row.
  private func report(_ figures: [Figure], csv: [UInt8]) throws(Diagnostics) -> Report {
    let width = figures.count < 4 ? 3 : 4
    let rows = stride(from: 0, to: figures.count, by: width).map { first in
      FiguresView.Row(
        figures: Array(figures[first..<min(figures.count, first + width)]), classes: width == 4 ? "panels--4" : "")
    }
    let words = try desk.side(spec.note, notes: unfinished)
    let foot = try context.rowsFoot(desk.file, facts: desk.facts(spec.source)) + (try desk.queryText(spec.source))
    return Report(
      .full, body: try FiguresView(rows: rows).render(context) + words + foot,
      files: [Report.File(address: desk.file, bytes: csv)])
  }

  /// Of measures: a query may be about other days.
  private var unfinished: [String] {
    guard !spec.source.measures.isEmpty, context.isUnfinished else { return [] }
    return [context.words.fill("figures.unfinished.period", ["as_of": context.moment(context.asOf)])]
  }
}

extension Measure.Unit {
  /// Demand and customers are none of the three units.
  var role: Role? {
    switch self {
    case .conversation: .conv
    case .session: .ai
    case .contact: .team
    case .demand, .customer: nil
    }
  }
}

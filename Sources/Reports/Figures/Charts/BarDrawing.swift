import Charts
import Diagnostics
import HTML
import Time

/// Bars over names, stretches of the calendar, hours.
struct BarDrawing {
  let frame: ChartFrame
}

extension BarDrawing {
  func draw() throws(Diagnostics) -> FigureDrawing? {
    let data = try PlotDataBuilder(desk: frame.desk, spec: frame.spec, rows: frame.rows).build()
    guard data.peak() != nil else { return nil }
    let isStacked = frame.spec.isStacked
    try frame.refuseRates(data)
    let words = PlotWords(data: data, isStacked: isStacked, context: frame.context)
    let styles = PlotStyles.styles(
      data.series.map(\.name), role: frame.unitRole, roles: frame.spec.roles,
      areLines: false)
    let description = frame.said ?? words.description
    let chart = BarChart(
      caption: frame.caption(description), bands: data.places.map { band($0, data.axis) },
      series: frame.series(data, styles, words), arrangement: isStacked ? .stacked : .grouped,
      isHorizontal: frame.spec.isHorizontal, axis: axis(data), notes: notes(data), peak: words.peakLabel)
    var drawing = frame.drawing(data, chart.render(), description, words.notes)
    drawing.legend = zip(styles, data.series).reversed().map { .init(style: $0, words: $1.title) }
    return drawing
  }

  private func axis(_ data: PlotData) -> PlotAxis {
    let values =
      frame.spec.isStacked
      ? data.places.indices.map { data.sum(at: $0) } : data.series.flatMap { $0.values.compactMap(\.self) }
    return ValueAxis.axis(values, data.format, scale: .linear, frame.context)
  }

  private func band(_ place: PlotData.Place, _ axis: PlotData.Axis) -> BarChart.Band {
    let words = frame.context.words
    var band = BarChart.Band(label: place.label, isUnfinished: place.isUnfinished)
    switch axis {
    case .days(let unit):
      guard let first = place.days?.first else { return band }
      let parts = first.parts
      switch unit {
      case .day:
        band.label = words.number(parts.day)
        band.group = first.weekday == 0 ? words.day(first) : nil
        band.isQuiet = first.weekday > 4
      case .week:
        band.label = words.shortDay(first)
      case .month:
        band.label = words.shortMonth(parts.month)
        band.group = parts.month == 1 ? String(parts.year) : nil
      }
    case .cycle: band.label = place.key.utf8.count < 3 ? short(place) : place.label
    case .bands, .instants: break
    }
    return band
  }

  /// `14` of `14:00`, `Mon` of `Monday`.
  private func short(_ place: PlotData.Place) -> String {
    guard place.label.contains(":") else { return frame.context.words.weekday((Int(place.key) ?? 1) - 1) }
    return String(place.label.prefix(2))
  }

  private func notes(_ data: PlotData) -> [PlotNote] {
    frame.spec.notes.compactMap { note in
      guard let index = index(of: note.at, data) else { return nil }
      return PlotNote(place: (Double(index) + 0.5) / Double(data.places.count) * 100, text: note.text)
    }
  }

  private func index(of text: String, _ data: PlotData) -> Int? {
    if let day = PlotAxisReader.day(text) {
      return data.places.firstIndex { $0.days?.index(of: day) != nil }
    }
    return data.places.firstIndex { $0.key == text || $0.label == text }
  }
}

extension ChartFrame {
  func series(_ data: PlotData, _ styles: [PlotStyle], _ words: PlotWords) -> [PlotSeries] {
    zip(data.series, styles).map { series, style in
      PlotSeries(
        name: series.title, style: style, values: series.values,
        titles: data.places.indices.map { words.title(series, $0) })
    }
  }

  /// The picture with its numbers: a row a place.
  func drawing(_ data: PlotData, _ chart: Markup, _ description: String, _ notes: [String]) -> FigureDrawing {
    let columns =
      [Table.Column.head(data.title, isSticky: true)] + data.series.map { Table.Column($0.title, .number) }
    let rows = data.places.indices.map { place in
      let at = data.places[place]
      let name =
        at.isUnfinished ? context.words.fill("overview.bucket.unfinished", ["bucket": at.label]) : at.label
      return Table.Row([.text(name)] + data.series.map { number($0.texts[place], $0.values[place]) })
    }
    return FigureDrawing(chart: chart, description: description, columns: columns, rows: rows, notes: notes)
  }

  /// Shares on top of one another have to be parts of one whole.
  func refuseRates(_ data: PlotData) throws(Diagnostics) {
    guard spec.kind != .line && spec.isStacked, data.series.count > 1,
      let series = data.series.first(where: { $0.format == .percent && !isWhole(data) })
    else { return }
    throw desk.fail(
      "the shares of `\(series.name)` do not add up to 100%, so they cannot be stacked",
      help: spec.kind == .bar ? "say `grouped: true`" : "say `stacked: false`")
  }

  /// Whether shares of every place are parts of one whole.
  private func isWhole(_ data: PlotData) -> Bool {
    data.places.indices.allSatisfy { data.sum(at: $0) < 1.001 }
  }
}

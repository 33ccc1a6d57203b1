import Charts
import Diagnostics
import Time

/// Lines or areas over time, or over names.
struct LineDrawing {
  let frame: ChartFrame
}

extension LineDrawing {
  func draw() throws(Diagnostics) -> FigureDrawing? {
    let data = try PlotDataBuilder(desk: frame.desk, spec: frame.spec, rows: frame.rows).build()
    guard data.peak() != nil else { return nil }
    try refuseZero(data)
    try frame.refuseRates(data)
    let fill = fill(data)
    let isStacked = fill == .stacked
    let words = PlotWords(data: data, isStacked: isStacked, peakBySeries: true, context: frame.context)
    let styles = PlotStyles.styles(
      data.series.map(\.name), role: frame.unitRole, roles: frame.spec.roles,
      areLines: fill == .line)
    let description = frame.said ?? words.description
    let line = PlotLine(data: data, context: frame.context)
    let values =
      isStacked ? data.places.indices.map { data.sum(at: $0) } : data.series.flatMap { $0.values.compactMap(\.self) }
    let chart = LineChart(
      caption: frame.caption(description), places: line.places, ticks: line.ticks,
      series: frame.series(data, styles, words), fill: fill,
      axis: ValueAxis.axis(values, data.format, scale: frame.spec.scale, frame.context),
      notes: frame.spec.notes.compactMap { note in
        line.place(of: note.at).map { PlotNote(place: $0, text: note.text) }
      }, unfinishedFrom: data.places.firstIndex(where: \.isUnfinished), peak: words.peakLabel)
    return frame.drawing(data, chart.render(), description, words.notes)
  }

  /// A lone area has nothing to stand on.
  private func fill(_ data: PlotData) -> LineChart.Fill {
    guard frame.spec.kind == .area else { return .line }
    return frame.spec.isStacked && data.series.count > 1 ? .stacked : .area
  }

  private func refuseZero(_ data: PlotData) throws(Diagnostics) {
    guard frame.spec.scale == .log else { return }
    for series in data.series {
      guard let place = series.values.firstIndex(where: { $0.map { $0 <= 0 } ?? false }) else { continue }
      throw frame.desk.fail(
        "`\(series.name)` is \(series.texts[place]) at `\(data.places[place].key)`, expected more than 0 on a "
          + "logarithmic scale", help: "leave `scale: log` out, or give null in the query")
    }
  }
}

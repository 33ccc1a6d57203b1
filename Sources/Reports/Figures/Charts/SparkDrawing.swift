import Charts
import Diagnostics

/// One series as a small curve.
struct SparkDrawing {
  let frame: ChartFrame
}

extension SparkDrawing {
  func draw() throws(Diagnostics) -> FigureDrawing? {
    var spec = frame.spec
    spec.y = Array(spec.y.prefix(1))
    let data = try plotData(spec)
    guard let series = data.series.first, data.peak() != nil else { return nil }
    let words = PlotWords(data: data, isStacked: false, context: frame.context)
    let description = frame.said ?? words.description
    let spark = FigureSpark(
      name: frame.title, values: series.values, text: { [context = frame.context] in context.text($0, series.format) },
      context: frame.context)
    return frame.drawing(data, spark.chart(height: 44, role: frame.role).render(), description, words.notes)
  }

  /// Without `x`, in the rows' order.
  private func plotData(_ spec: ChartSpec) throws(Diagnostics) -> PlotData {
    if spec.columns["x"] != nil {
      return try PlotDataBuilder(desk: frame.desk, spec: spec, rows: frame.rows).build()
    }
    var rows = frame.rows
    rows.columns.append(.init(name: "", title: frame.context.words["figures.row"], format: .text))
    for index in rows.rows.indices { rows.rows[index].values.append(.key(String(index + 1), label: String(index + 1))) }
    var numbered = spec
    numbered.columns["x"] = ""
    return try PlotDataBuilder(desk: frame.desk, spec: numbered, rows: rows).build()
  }
}

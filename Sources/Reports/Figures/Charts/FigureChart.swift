import Charts
import Diagnostics
import HTML

/// An author's chart, with its title, its numbers as a table and as a file.
struct FigureChart {
  let desk: FigureDesk
  let spec: ChartSpec
}

/// A picture and what stands around it.
struct FigureDrawing {
  var chart: Markup
  /// What the chart says in words, below its title.
  var description: String
  var columns: [Table.Column]
  var rows: [Table.Row]
  var legend: [PlotLegend.Entry] = []
  var notes: [String] = []
}

extension FigureChart {
  func report() throws(Diagnostics) -> Report {
    let rows = try spec.kind.bins ? desk.rows(spec.source) : desk.shownRows(spec.source)
    let title = try desk.words(spec.title) ?? defaultTitle
    guard !rows.rows.isEmpty else { return try desk.emptyReport(spec.source, title: title) }
    guard let drawing = try draw(rows, title) else {
      return try desk.emptyReport(spec.source, title: title, hasRows: true)
    }
    let picture = try Picture(chart: drawing.chart, table: table(drawing, title)).render(desk.context)
    let head = try PlotHead(title: title, description: drawing.description, legend: drawing.legend)
      .render(desk.context)
    return Report(
      .row, body: head + picture + (try desk.queryText(spec.source)),
      side: try desk.side(spec.note, notes: drawing.notes),
      files: [Report.File(address: desk.file, bytes: desk.csv(rows))])
  }

  private var defaultTitle: String {
    switch spec.source {
    case .query(let name, _): FigureRows.title(of: name)
    case .measures(let measures, _, _): desk.context.words.list(measures.map(\.title))
    }
  }

  private func table(_ drawing: FigureDrawing, _ title: String) -> Table {
    var table = Table(id: desk.id + "-table", caption: title, columns: drawing.columns)
    table.rows = drawing.rows
    table.downloads = [desk.context.download(desk.file)]
    table.facts = desk.facts(spec.source)
    return table
  }

  /// Nil where no row has anything to draw.
  private func draw(_ rows: FigureRows, _ title: String) throws(Diagnostics) -> FigureDrawing? {
    let said = try desk.words(spec.description)
    let frame = ChartFrame(desk: desk, spec: spec, rows: rows, title: title, said: said)
    switch spec.kind {
    case .bar: return try BarDrawing(frame: frame).draw()
    case .line, .area: return try LineDrawing(frame: frame).draw()
    case .histogram: return try HistogramDrawing(frame: frame).draw()
    case .heat: return try HeatDrawing(frame: frame).draw()
    case .flow: return try FlowDrawing(frame: frame).draw()
    case .strips: return try StripsDrawing(frame: frame).draw()
    case .lanes: return try LanesDrawing(frame: frame).draw()
    case .spark: return try SparkDrawing(frame: frame).draw()
    }
  }
}

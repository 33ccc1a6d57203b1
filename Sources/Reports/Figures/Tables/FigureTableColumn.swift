import Charts
import Diagnostics
import HTML
import SQL

/// A column of an author's table, with those that stand beside it: bars, small curves, what a rate rests on.
struct FigureTableColumn {
  let spec: ColumnSpec
  let desk: FigureDesk
  let source: FigureSource
  private let rows: FigureRows
  private let place: Int
  private let isHead: Bool
  private let isNumber: Bool
  private let hasN: Bool
  private let hasInterval: Bool
  /// Of the bars: one scale for the column.
  private let most: Double

  init(
    spec: ColumnSpec, isHead: Bool, showsN: Bool, rows: FigureRows, desk: FigureDesk, source: FigureSource
  ) {
    self.spec = spec
    self.rows = rows
    self.desk = desk
    self.source = source
    place = rows.index(spec.name)
    let values = rows.column(spec.name)
    let column = rows.columns[place]
    let format = spec.format ?? column.format
    let numbers = values.compactMap(\.number)
    isNumber = column.measure != nil || format?.isNumeric ?? (!numbers.isEmpty)
    self.isHead = isHead && !isNumber
    most = numbers.max() ?? 0
    let readings = values.compactMap(\.reading)
    hasN = showsN
    hasInterval = readings.contains { $0.interval != nil }
  }
}

extension FigureTableColumn {
  private var column: FigureRows.Column { rows.columns[place] }
  private var words: (String) -> String { { desk.context.words[$0] } }
  private var title: String { spec.title ?? column.title }

  func heads(sort: TableSpec.Sort?) -> [Table.Column] {
    var state = Table.Column.Sort.possible
    if let sort, sort.column == spec.name { state = sort.isDescending ? .descending : .ascending }
    var heads: [Table.Column]
    if isHead {
      heads = [.head(title, sort: state, isSticky: true)]
    } else {
      heads = [Table.Column(title, isNumber ? .number : .text, sort: state, classes: isNumber ? [] : ["long"])]
    }
    if hasN { heads.append(Table.Column(words("figures.n"), .number, classes: ["n"])) }
    if hasInterval { heads.append(Table.Column(words("figures.interval_head"), .number)) }
    if spec.bar != nil { heads.append(picture("figures.bar_head", "barcol")) }
    if spec.spark != nil || spec.sparkMeasure != nil { heads.append(picture("figures.spark_head", "spk")) }
    return heads
  }

  private func picture(_ key: String, _ name: String) -> Table.Column {
    var head = Table.Column(desk.context.words.fill(key, ["title": title]), classes: [name])
    head.titleIsHidden = true
    return head
  }

  func cells(_ row: Int) throws(Diagnostics) -> [Table.Cell] {
    let value = rows.rows[row].values[place]
    var cell = try cell(value, row: row)
    if rows.rows[row].isUnfinished, isHead {
      cell.text = desk.context.words.fill("overview.bucket.unfinished", ["bucket": cell.text])
    }
    // A link needs words to be pressed.
    if let link = spec.link, !cell.text.allSatisfy(\.isWhitespace) { cell.href = href(link, row) }
    var cells = [cell] + beside(value)
    if let role = spec.bar { cells.append(bar(value, role)) }
    if spec.spark != nil || spec.sparkMeasure != nil { cells.append(try spark(row)) }
    return cells
  }

  /// The row of all others.
  func cells(sumOf values: [FigureValue?], named name: String) throws(Diagnostics) -> [Table.Cell] {
    try summary(values[place], named: name)
  }

  func cells(totalOf rows: FigureRows, named name: String) throws(Diagnostics) -> [Table.Cell] {
    try summary(FigureTotals(rows).total(of: place, how: spec.total), named: name)
  }
}

extension FigureTableColumn {
  private func summary(_ value: FigureValue?, named name: String) throws(Diagnostics) -> [Table.Cell] {
    var cells = [Table.Cell.text("")]
    if isHead {
      cells = [.text(name)]
    } else if let value {
      cells = [try cell(value, row: 0)]
      cells += beside(value)
    }
    let count = heads(sort: nil).count
    return cells + Array(repeating: .text(""), count: count - cells.count)
  }

  private func cell(_ value: FigureValue, row: Int) throws(Diagnostics) -> Table.Cell {
    if value.isNothing {
      let isFew = value.reading.map { !$0.isEnough } ?? false
      return .quiet(words(isFew ? "measures.not_enough" : "table.missing"), sort: isNumber ? "" : nil)
    }
    var text = try desk.text(value, column, row: row, format: spec.format, in: rows, at: spec.place)
    if let unit = spec.unit { text += "\u{A0}" + unit }
    guard isNumber else { return .text(text, sort: sortText(value)) }
    var cell = Table.Cell.text(text, sort: value.number?.description)
    cell.isQuiet = value.number == 0
    return cell
  }

  /// Days and instants are sorted as they are in the data, not as they are written.
  private func sortText(_ value: FigureValue) -> String? {
    switch value {
    case .key(let key, let label): key == label ? nil : key
    default: (spec.format ?? column.format) == nil ? nil : value.plain
    }
  }

  private func beside(_ value: FigureValue) -> [Table.Cell] {
    var cells: [Table.Cell] = []
    let reading = value.reading
    if hasN {
      let n = reading?.n
      let text = n.map { desk.context.words.number($0) } ?? words("table.missing")
      cells.append(.quiet(text, sort: n.map { String($0) }))
    }
    if hasInterval {
      let interval = reading.flatMap { $0.isEnough ? $0.interval : nil }
      cells.append(interval.map { .text(desk.context.text($0)) } ?? .quiet(words("table.missing")))
    }
    return cells
  }

  private func bar(_ value: FigureValue, _ role: Role) -> Table.Cell { .bar(value.number, of: most, role) }

  private func href(_ link: FigureLink, _ row: Int) -> String? {
    let values = rows.rows[row].values
    switch link {
    case .column(let name): return desk.context.href(to: values[rows.index(name)].plain)
    case .template(let parts):
      var text = ""
      for part in parts {
        text += part.text
        guard let column = part.column else { continue }
        let value = values[rows.index(column)]
        if value.isNothing { return nil }
        text += SafeAddress.encoded(value.plain)
      }
      return SafeAddress.isSecure(text) ? text : nil
    }
  }
}

/// Small curves.
extension FigureTableColumn {
  private func spark(_ row: Int) throws(Diagnostics) -> Table.Cell {
    let values = try sparkValues(row)
    guard values.contains(where: { $0 != nil }) else { return .text("") }
    let format = spec.format ?? column.format ?? .number
    let line = FigureSpark(
      name: title, values: values, text: { [context = desk.context] in context.text($0, format) }, context: desk.context
    )
    return .markup(line.chart(height: 20, role: spec.bar).render())
  }

  private func sparkValues(_ row: Int) throws(Diagnostics) -> [Double?] {
    if let name = spec.spark { return try joined(rows.rows[row].values[rows.index(name)], name, row) }
    guard let measure = spec.sparkMeasure, let dimension = rows.dimension,
      case .measures(_, _, let filters) = source, case .key(let key, _) = rows.rows[row].values[0]
    else { return [] }
    var scope = desk.scope(filters)
    scope.filters.append(MeasureFilter(dimension, key))
    let days = try desk.data.engine.breakdown([measure], by: .day, scope, desk.context)
    return days.rows.map { $0.isCovered ? FigureValue.reading($0.readings[0]).number : nil }
  }

  /// `3|5||8`: values joined by bars; an empty one is a gap.
  private func joined(_ value: FigureValue, _ name: String, _ row: Int) throws(Diagnostics) -> [Double?] {
    var numbers: [Double?] = []
    for part in value.plain.split(separator: "|", omittingEmptySubsequences: false) {
      let number = Double(part)
      if !part.isEmpty, number == nil {
        throw desk.misfit(value, rows.columns[rows.index(name)], row: row, .number, in: rows, at: spec.place)
      }
      numbers.append(number)
    }
    return numbers
  }
}

extension ReportContext {
  fileprivate func href(to address: String) -> String? {
    SafeAddress.href(address, links: page.links, pages: settings.pages, timelines: audience.policy.hasTimelines)
  }
}

import Diagnostics
import SQL

/// The pages that one file became, a row of a query each, as a table that leads to them.
public struct PageList: Sendable {
  public struct Entry: Sendable {
    public var title: String
    /// Below the site's root.
    public var address: String
    /// The row, in the columns' order.
    public var values: [ResultValue]

    public init(title: String, address: String, values: [ResultValue]) {
      self.title = title
      self.address = address
      self.values = values
    }
  }

  /// What the list is called.
  public var title: String
  public var columns: [String]
  public var entries: [Entry]
  /// Its audience is not told numbers of few people, and its author does not say that the query tells none.
  public var isLeftOut: Bool

  public init(title: String, columns: [String], entries: [Entry], isLeftOut: Bool = false) {
    self.isLeftOut = isLeftOut
    self.title = title
    self.columns = columns
    self.entries = entries
  }
}

extension PageList {
  /// The opening sentence, and the table: a page's title, then what the query says of it. The first column, which names
  /// the page already, is left out.
  public func reports(_ context: ReportContext) throws(Diagnostics) -> [Report] {
    if isLeftOut { return [try context.leftOut("few.not_safe", as: .lede)] }
    let count = Report(
      .lede,
      body: context.sentence(context.form("figures.pages", entries.count), ["n": context.words.number(entries.count)]))
    guard !entries.isEmpty else { return [count] }
    var table = Table(id: "pages", caption: title, columns: heads(context))
    table.rows = entries.map { entry in
      .init([.link(entry.title, href: context.page.links.address(entry.address))] + cells(entry, context))
    }
    table.isSortable = entries.count > 1
    table.classes.append("figure-table")
    table.facts = context.facts(unit: context.words["figures.page_unit"], anchor: nil)
    return [count, Report(.full, body: try context.render(table))]
  }
}

extension PageList {
  private var rest: Range<Int> { columns.indices.dropFirst() }

  /// The first column of numbers has bars beside it.
  private var barred: Int? { rest.first { isNumber($0) } }

  private func heads(_ context: ReportContext) -> [Table.Column] {
    var heads = [Table.Column.head(title, sort: .possible, isSticky: true)]
    for column in rest {
      let title = FigureRows.title(of: columns[column])
      heads.append(Table.Column(title, isNumber(column) ? .number : .text, sort: .possible))
      guard column == barred else { continue }
      var bars = Table.Column(context.words.fill("figures.bar_head", ["title": title]), classes: ["barcol"])
      bars.titleIsHidden = true
      heads.append(bars)
    }
    return heads
  }

  private func isNumber(_ column: Int) -> Bool {
    entries.allSatisfy { entry in
      switch entry.values[column] {
      case .integer, .real, .null: true
      case .text: false
      }
    }
  }

  private func cells(_ entry: Entry, _ context: ReportContext) -> [Table.Cell] {
    rest.flatMap { column in
      let value = FigureValue.sql(entry.values[column])
      let text = context.text(entry.values[column], .named(by: columns[column])) ?? value.plain
      let cell = Table.Cell.text(text, sort: value.plain)
      return column == barred ? [cell, bar(value.number, in: column)] : [cell]
    }
  }

  private func bar(_ number: Double?, in column: Int) -> Table.Cell {
    let most = entries.compactMap { FigureValue.sql($0.values[column]).number }.max() ?? 0
    return .bar(number, of: most, .conv)
  }
}

import CommonMark
import Diagnostics
import Reports
import SQL

/// What authors' blocks are filled from: the measures, and the database where a page asks for it.
struct FigureSupply: Sendable {
  private let engine: MeasureEngine
  private let queries: (any QuerySource)?

  init(book: MeasureBook, queries: (any QuerySource)?) {
    engine = MeasureEngine(book: book, queries: queries)
    self.queries = queries
  }
}

extension FigureSupply {
  /// For the blocks and numbers of one page.
  func data(for instance: PageInstance, _ context: ReportContext) -> FigureData {
    let (supply, authored) = (self, instance.authored)
    var context = context
    context.page = instance.scope
    let parameters = context.queryParameters().merging(instance.parameters) { $1 }
    return FigureData(
      result: { (name) throws(Diagnostics) in
        guard let query = authored.queries[name] else { return ResultTable(columns: []) }
        return try supply.run(query, parameters)
      },
      text: { authored.queries[$0]?.sql ?? "" }, engine: engine, parameters: instance.parameters)
  }

  /// The rows that a page is made for.
  func rows(
    of query: PageQuery, for instance: PageInstance, _ context: ReportContext
  ) throws(Diagnostics) -> ResultTable {
    var context = context
    context.page = instance.scope
    return try run(query, context.queryParameters())
  }

  /// With its numbers filled in.
  func title(of instance: PageInstance, _ context: ReportContext) throws(Diagnostics) -> String {
    if case .index = instance.body { return instance.authored.indexTitle }
    var context = context
    context.page = instance.scope
    let data = data(for: instance, context)
    return try instance.page.front.title.filled { (live: Live) throws(Diagnostics) in
      try instance.authored.text(live, context, data)
    }
  }

  private func run(
    _ query: PageQuery, _ parameters: [String: ResultValue]
  ) throws(Diagnostics) -> ResultTable {
    guard let queries else { return ResultTable(columns: query.shape.columns) }
    return try query.run(on: queries, parameters)
  }
}

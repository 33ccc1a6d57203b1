import CommonMark
import Diagnostics
import Pages
import Reports
import SQL

/// A page with what its author asks of the data, all of it checked before any is read.
struct AuthoredPage: Sendable {
  let page: Page
  /// The row of `for:` that each of its pages is made for.
  let each: PageQuery?
  /// By name.
  let queries: [String: PageQuery]
  /// By id.
  let figures: [String: FigureBlock]
  /// By what stands between the braces: on one page that means one thing.
  let lives: [String: LiveNumber]
}

extension AuthoredPage {
  /// Whether a number in its words tells who somebody is.
  var isPersonal: Bool { lives.values.contains(where: \.isPersonal) }

  /// What a live number of its words says; a word in its place where the audience is not told numbers of few people.
  func text(_ live: Live, _ context: ReportContext, _ data: FigureData) throws(Diagnostics) -> String {
    guard let number = lives[live.text] else { return "" }
    return context.hidesFew && !isSafe(number) ? context.words["few.hidden"] : try number.text(context, data)
  }

  /// Whether its author says so of all numbers, or of the query.
  private func isSafe(_ number: LiveNumber) -> Bool {
    page.front.isSafe
      || page.pieces.contains { piece in
        guard case .block(let block) = piece else { return false }
        return block.kind == .sql && block.isSafe && block.name == number.query
      }
  }

  /// Whether a number that the audience is not told stands in one of these words.
  func hides(_ text: LiveText?, _ context: ReportContext) -> Bool {
    context.hidesFew
      && text?.lives.contains { live in lives[live.text].map { !isSafe($0) } ?? false } == true
  }

  /// The tables and columns that its queries and measures read.
  func reads(_ book: MeasureBook, _ empty: any QuerySource) throws(Diagnostics) -> [[String: Set<String>]] {
    let asked = figures.values.flatMap(\.measures) + lives.values.flatMap(\.measures)
    var reads = (queries.values + [each].compactMap(\.self)).map(\.shape.reads)
    for statement in book.statements(of: asked.sorted()) {
      do throws(SQLError) { reads.append(try empty.shape(of: statement).reads) } catch {
        throw Diagnostics([error.diagnostic { _ in nil }])
      }
    }
    return reads
  }
}

extension AuthoredPage {
  /// The ids of its figures, as they stand on it.
  var figureOrder: [String] {
    page.pieces.compactMap { piece in
      guard case .block(let block) = piece, block.kind != .report, figures[block.name] != nil else { return nil }
      return block.name
    }
  }

  /// What the list of a query's pages is called.
  var indexTitle: String { (page.front.index ?? page.front.title).fixed }

  /// Where a query's pages stand: the pattern that the author wrote, or a folder beside the index.
  func rowAddress(firstColumn: String) -> String {
    page.front.address ?? page.indexAddress.dropLast(".html".count) + "/{\(firstColumn)}.html"
  }
}

extension Page {
  /// The page that a link to it means: of a query's pages, their list.
  var ownAddress: String { front.query == nil ? address : indexAddress }
}

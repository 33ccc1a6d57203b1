import CommonMark
import Diagnostics
import Pages
import Reports
import SQL

/// Reads what a page's author asks of the data. All of a page's mistakes are collected.
struct AuthoredPageReader {
  private let page: Page
  private let book: MeasureBook
  private let empty: any QuerySource
  private var errors: [Diagnostic] = []
  private var queries: [String: PageQuery] = [:]

  /// - Parameter empty: knows the tables and has no rows.
  init(_ page: Page, book: MeasureBook, empty: any QuerySource) {
    self.page = page
    self.book = book
    self.empty = empty
  }
}

extension AuthoredPageReader {
  mutating func read() throws(Diagnostics) -> AuthoredPage {
    let each = page.front.query.flatMap { query in
      compile(query.sql, parameters: QueryParameters.names) { query.place(ofByte: $0) }
    }
    let columns = each?.shape.columns ?? []
    // Without its `for:` every name on the page would seem unknown.
    if page.front.query == nil || each != nil { readQueries(parameters: columns) }
    if !errors.isEmpty { throw Diagnostics(errors) }
    let scope = FigureScope(queries: queries.mapValues(\.shape), book: book, parameters: columns)
    let figures = figures(scope)
    let lives = lives(scope)
    if !errors.isEmpty { throw Diagnostics(errors) }
    return AuthoredPage(page: page, each: each, queries: queries, figures: figures, lives: lives)
  }
}

extension AuthoredPageReader {
  private mutating func readQueries(parameters: [String]) {
    for case .block(let block) in page.pieces where block.kind == .sql {
      if book[block.name] != nil {
        errors.append(
          .error(
            "the query `\(block.name)` is named like a measure", at: block.place.of(block.name),
            help: "give it another name: `{{ \(block.name) }}` would be one or the other"))
      }
      queries[block.name] = compile(block.body, parameters: QueryParameters.names + parameters) {
        block.place(ofByte: $0)
      }
    }
  }

  private mutating func compile(
    _ sql: String, parameters: [String], place: @escaping @Sendable (Int) -> Place
  ) -> PageQuery? {
    do throws(Diagnostics) {
      return try PageQuery(sql, parameters: parameters, compiledBy: empty, place: place)
    } catch {
      errors += error.all
      return nil
    }
  }

  private mutating func figures(_ scope: FigureScope) -> [String: FigureBlock] {
    var figures: [String: FigureBlock] = [:]
    for case .block(let block) in page.pieces {
      guard let kind = FigureBlock.Kind(rawValue: block.kind.rawValue) else { continue }
      do throws(Diagnostics) {
        figures[block.name] = try .read(kind, id: block.name, body: block.body, place: block.place, scope: scope)
      } catch {
        errors += error.all
      }
    }
    return figures
  }

  private mutating func lives(_ scope: FigureScope) -> [String: LiveNumber] {
    var lives: [String: LiveNumber] = [:]
    for live in page.lives {
      do throws(Diagnostics) {
        // With its blanks, so that a mistake's column is right.
        let text = String(live.source.dropFirst(2).dropLast(2))
        lives[live.text] = try LiveNumber.read(text, place: live.place, scope: scope)
      } catch {
        errors += error.all
      }
    }
    return lives
  }
}

extension Page {
  /// Every live number on the page.
  fileprivate var lives: [Live] {
    var lives = front.title.lives
    for text in [front.about, front.lede, front.index] { lives += text?.lives ?? [] }
    for piece in pieces {
      switch piece {
      case .heading(let heading): lives += heading.words.lives
      case .words(let words): lives += words.lives
      case .terms(let terms): lives += terms.flatMap { $0.name.lives + $0.definition.lives }
      case .block: break
      }
    }
    return lives
  }
}

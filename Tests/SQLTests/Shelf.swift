import SQL
import TestSupport

/// A small database: books, and who wrote them.
struct Shelf {
  static let schema = DatabaseSchema([
    .init(
      "books",
      [.init("key", .key), .init("title", .text), .init("pages", .numeric), .init("author_key", .integer)],
      indexed: ["author_key"]),
    .init("authors", [.init("key", .key), .init("name", .text)]),
  ])

  static func load(
    titles: [String] = ["Dune", "Emma", "Ulysses"], limits: QueryLimits = QueryLimits(), jobs: Int = 2,
    in folder: String = "/tmp", keeping values: Int = 1000
  ) throws -> LoadedDatabase {
    let loader = try DatabaseLoader(schema, scratchIn: folder)
    try fill(loader, titles)
    return try loader.open(limits: limits, jobs: jobs, keeping: values)
  }

  static func fill(_ loader: DatabaseLoader, _ titles: [String]) throws {
    var books = RowBatch()
    for (index, title) in titles.enumerated() {
      books.put(index + 1)
      books.put(title)
      if index % 2 == 0 { books.put(100 * (index + 1)) } else { books.put(Double(index) + 0.5) }
      if index == 2 { books.putNull() } else { books.put(index + 1) }
    }
    try loader.append(books, to: "books")
  }

  /// Numbers as a table of one column `x`, for queries that need no schema.
  static func values(_ numbers: [ResultValue]) -> String {
    let rows = numbers.map { number in
      switch number {
      case .null: "(null)"
      case .integer(let value): "(\(value))"
      case .real(let value): "(\(value))"
      case .text(let text): "('\(text)')"
      }
    }
    return "with numbers(x) as (values \(rows.joined(separator: ", ")))"
  }
}

/// What a query throws.
func failure(_ work: () throws -> Void) -> SQLError? {
  do { try work() } catch let error as SQLError { return error } catch { return nil }
  return nil
}

import SQL

/// A table of the database.
public struct GroupTable: Sendable {
  public let name: String
  /// For the manual: what a row is, as a sentence.
  public let meaning: String
  public let columns: [GroupColumn]
  let indexed: [String]

  init(_ name: String, _ meaning: String, _ columns: [GroupColumn], indexed: [String] = []) {
    self.name = name
    self.meaning = meaning
    self.columns = columns
    self.indexed = indexed
  }
}

extension GroupTable {
  var schema: DatabaseSchema.Table {
    DatabaseSchema.Table(
      name, columns.map { DatabaseSchema.Column($0.name, $0.kind) },
      indexed: indexed.filter { name in columns.contains { $0.name == name } })
  }

  /// The table with its key and some of its other columns; never without any.
  func keeping(_ names: Set<String>) -> GroupTable {
    let kept = columns.filter { $0.kind == .key || names.contains($0.name) }
    return GroupTable(name, meaning, kept.isEmpty ? Array(columns.prefix(1)) : kept, indexed: indexed)
  }

  func put(_ row: GroupRow, to rows: inout RowBatch) {
    for column in columns { column.put(row, &rows) }
  }
}

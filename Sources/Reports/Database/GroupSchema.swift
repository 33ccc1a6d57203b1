import SQL

/// The tables of the database of the groups (`guide/database.md`): the one place that says which columns there are,
/// what they mean and how they are filled.
public struct GroupSchema: Sendable {
  public let tables: [GroupTable]

  /// Every table with every column.
  public static let whole = GroupSchema(tables: [
    .conversations, .sessions, .contacts, .contactAgents, .events, .customers, .agents, .topics, .conversationTopics,
    .days,
  ])
}

extension GroupSchema {
  public var schema: DatabaseSchema { DatabaseSchema(tables.map(\.schema)) }

  /// The tables and columns that queries read. A table that nothing reads is not there at all, so that a query that
  /// was not announced fails, and never finds nulls where there are values.
  public func keeping(_ reads: [String: Set<String>]) -> GroupSchema {
    GroupSchema(tables: tables.compactMap { table in reads[table.name].map { table.keeping($0) } })
  }

  func table(_ name: String) -> GroupTable? { tables.first { $0.name == name } }
}

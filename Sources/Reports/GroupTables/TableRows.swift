/// The rows of a run of parties, a buffer a table; used again for another run once they are written.
final class TableRows: Sendable {
  private let buffers = GroupTables.Table.allCases.map { _ in RowBuffer() }

  subscript(table: GroupTables.Table) -> RowBuffer { buffers[table.position] }
}

extension TableRows {
  func removeAll() { for buffer in buffers { buffer.removeAll() } }
}

extension GroupTables.Table {
  /// Among all tables.
  var position: Int {
    switch self {
    case .conversations: 0
    case .sessions: 1
    case .contacts: 2
    case .events: 3
    case .anomalies: 4
    case .rejected: 5
    }
  }
}

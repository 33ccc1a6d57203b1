/// The rows of a run of parties, a buffer a table.
struct TableRows: Sendable {
  private var buffers: [RowBuffer]
  var counts = GroupTables.Counts()

  init(_ format: GroupTables.Format) {
    buffers = GroupTables.Table.allCases.map { RowBuffer($0.fields, format) }
  }

  subscript(table: GroupTables.Table) -> RowBuffer {
    get { buffers[table.position] }
    _modify { yield &buffers[table.position] }
  }
}

extension GroupTables.Table {
  /// Among all tables.
  fileprivate var position: Int {
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

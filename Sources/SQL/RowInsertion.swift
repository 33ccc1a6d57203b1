import GRDBSQLite

/// Binds and inserts the rows of a batch: the loop in which loading spends its time.
struct RowInsertion {
  let statement: OpaquePointer
  let width: Int
}

extension RowInsertion {
  func insert(_ rows: RowBatch) throws(SQLError) {
    let code = rows.bytes.withUnsafeBytes { bytes in
      rows.cells.withUnsafeBufferPointer { cells in insert(cells, bytes) }
    }
    sqlite3_reset(statement)
    sqlite3_clear_bindings(statement)
    guard code == SQLITE_DONE else {
      throw SQLError(.failed, "the database cannot be filled: \(String(cString: sqlite3_errstr(code)))")
    }
  }

  /// - Returns: SQLite's code of the last step.
  private func insert(_ cells: UnsafeBufferPointer<RowBatch.Cell>, _ bytes: UnsafeRawBufferPointer) -> Int32 {
    // Texts stay where they are until the row is inserted, so that SQLite need not copy them; an empty one needs an
    // address too.
    let nothing: StaticString = ""
    let base = bytes.baseAddress ?? UnsafeRawPointer(nothing.utf8Start)
    let texts = base.assumingMemoryBound(to: CChar.self)
    var start = 0
    while start + width <= cells.count {
      for column in 0..<width { bind(cells[start + column], Int32(column + 1), texts) }
      let code = sqlite3_step(statement)
      guard code == SQLITE_DONE else { return code }
      sqlite3_reset(statement)
      start += width
    }
    return SQLITE_DONE
  }

  @inline(__always)
  private func bind(_ cell: RowBatch.Cell, _ index: Int32, _ texts: UnsafePointer<CChar>) {
    switch cell.kind {
    case .null: sqlite3_bind_null(statement, index)
    case .integer: sqlite3_bind_int64(statement, index, cell.bits)
    case .real: sqlite3_bind_double(statement, index, Double(bitPattern: UInt64(bitPattern: cell.bits)))
    case .text: sqlite3_bind_text(statement, index, texts + Int(cell.bits), Int32(cell.count), nil)
    }
  }
}

/// Which numbers of a table, by rows and by columns' keys, its audience is not told. A column that no split knows is
/// hidden.
///
/// Of a row whose number is hidden nothing is told. Of others a column is told if it follows from the numbers of the
/// classes that are: if it counts none that is hidden, or all that are.
struct CellScreen: Sendable {
  /// A split with its grid.
  private struct Part: Sendable {
    let columns: [String: Set<Int>]
    let classes: Int
    let grid: CellGrid
  }

  private let parts: [Part]

  /// - Parameters:
  ///   - rows: the units of each row.
  ///   - sheets: runs of rows that have totals.
  ///   - person: whose a unit is.
  init<Fact>(
    _ rows: [FactRun<Fact>], sheets: [Range<Int>], splits: [CellSplit<Fact>], least: Int, person: (Fact) -> UInt32
  ) {
    parts = splits.map { split in
      let people = rows.map { row in
        var numbers: [[UInt32]] = Array(repeating: [], count: split.classes)
        for fact in row { numbers[split.index(fact)].append(person(fact)) }
        return numbers.map { PeopleSet($0) }
      }
      return Part(columns: split.columns, classes: split.classes, grid: CellGrid(people, sheets: sheets, least: least))
    }
  }
}

extension CellScreen {
  /// Whether a number of a row is hidden.
  func hides(_ key: String, row: Int) -> Bool {
    guard let part = part(key), let counted = part.columns[key] else { return true }
    return CellScreen.hides(
      counted, of: part.grid.hidden[row], isTotalHidden: part.grid.hiddenRows[row])
  }

  /// Whether a number of a sheet's totals is hidden.
  func hidesTotal(_ key: String, sheet: Int = 0) -> Bool {
    guard let part = part(key), let counted = part.columns[key] else { return true }
    let sheet = part.grid.sheets[sheet]
    return sheet.isLeftOut || CellScreen.hides(counted, of: sheet.hiddenColumns, isTotalHidden: sheet.hidesAll)
  }

  /// Whether a sheet is not told at all.
  func isLeftOut(sheet: Int) -> Bool { parts.contains { $0.grid.sheets[sheet].isLeftOut } }

  private func part(_ key: String) -> Part? { parts.first { $0.columns[key] != nil } }

  private static func hides(_ counted: Set<Int>, of hidden: [Bool], isTotalHidden: Bool) -> Bool {
    if isTotalHidden { return true }
    let held = Set(hidden.indices.filter { hidden[$0] })
    return !held.isDisjoint(with: counted) && !held.isSubset(of: counted)
  }
}

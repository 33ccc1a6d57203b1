/// Numbers of people in rows and columns with the total of each row, and, for some runs of rows, the totals of each
/// column and of all: which of them are told, so that none of few people is, nor follows from those that are.
///
/// A number of 1 to `least` - 1 people is hidden, and with it what it would follow from (L. H. Cox, "Suppression
/// methodology and statistical disclosure control", 1980). A hidden number follows from sums of rows and columns just if
/// there is no other way between its row and its column along hidden numbers (D. Gusfield, "A graph theoretic approach to
/// statistical data security", 1988): each is put on a circle, by hiding as few people's numbers more as will do. What a
/// row or a column hides is never about few people together. Totals are settled before what is inside, and by themselves,
/// so that tables of the same rows or of the same columns hide the same totals.
struct CellGrid: Sendable {
  /// Rows of one page, as a table with totals of its own: other pages may have some of them in theirs.
  struct Sheet: Sendable {
    var rows: Range<Int>
    var hiddenColumns: [Bool]
    var hidesAll: Bool
    /// What is hidden for the sake of other sheets would follow from its totals: it is not told at all.
    var isLeftOut = false
  }

  /// By row, then by column.
  private(set) var hidden: [[Bool]]
  private(set) var hiddenRows: [Bool]
  private(set) var sheets: [Sheet]
  private let people: [[PeopleSet]]
  private let rowPeople: [PeopleSet]
  private let columnPeople: [[PeopleSet]]
  private let least: Int

  /// - Parameters:
  ///   - people: by row, then by column; every row has the same columns.
  ///   - sheets: runs of rows with totals of columns.
  init(_ people: [[PeopleSet]], sheets ranges: [Range<Int>], least: Int) {
    self.people = people
    self.least = least
    let columns = people.first?.count ?? 0
    let totals = ranges.map { rows in
      (0..<columns).map { column in PeopleSet(union: people[rows].map { $0[column] }) }
    }
    columnPeople = totals
    rowPeople = people.map { PeopleSet(union: $0) }
    hidden = people.map { $0.map { $0.isFew(least) } }
    hiddenRows = rowPeople.map { $0.isFew(least) }
    sheets = zip(ranges, totals).map { rows, totals in
      Sheet(
        rows: rows, hiddenColumns: Array(repeating: false, count: columns),
        hidesAll: PeopleSet(union: totals).isFew(least))
    }
    settleTotals()
    settleCells()
    for index in sheets.indices where sheets[index].isLeftOut {
      sheets[index].hidesAll = true
      sheets[index].hiddenColumns = sheets[index].hiddenColumns.map { _ in true }
    }
  }
}

extension CellGrid {
  /// Until a sheet hides nothing more: rows that one hides are hidden in all.
  private mutating func settleTotals() {
    for index in sheets.indices {
      CellLine.protect(columnPeople[index], &sheets[index].hiddenColumns, least: least)
    }
    var before: [Bool] = []
    while before != hiddenRows {
      before = hiddenRows
      for sheet in sheets {
        var part = Array(hiddenRows[sheet.rows])
        CellLine.protect(Array(rowPeople[sheet.rows]), &part, least: least)
        hiddenRows.replaceSubrange(sheet.rows, with: part)
      }
    }
    for index in sheets.indices where !sheets[index].hidesAll {
      let rows = sheets[index].rows
      sheets[index].isLeftOut = !CellLine.isProtected(Array(rowPeople[rows]), Array(hiddenRows[rows]), least: least)
    }
  }

  private mutating func settleCells() {
    var before: [[Bool]] = []
    while before != hidden {
      before = hidden
      for index in sheets.indices where !sheets[index].isLeftOut {
        settleLines(sheets[index], columnPeople[index])
        sheets[index].isLeftOut = !settleCircles(sheets[index])
      }
    }
  }

  /// What the lines with a total that is told hide is not about few people.
  private mutating func settleLines(_ sheet: Sheet, _ totals: [PeopleSet]) {
    for row in sheet.rows where !hiddenRows[row] {
      var line = hidden[row]
      CellLine.protect(people[row], &line, least: least)
      hidden[row] = line
    }
    for column in totals.indices where !sheet.hiddenColumns[column] {
      var line = sheet.rows.map { hidden[$0][column] }
      CellLine.protect(sheet.rows.map { people[$0][column] }, &line, least: least)
      for (row, isHidden) in zip(sheet.rows, line) { hidden[row][column] = isHidden }
    }
  }

  /// Puts each hidden number on a circle of hidden ones; where there is none to be had, hides all numbers inside, of
  /// nobody too.
  /// - Returns: false if even those would follow from the totals.
  private mutating func settleCircles(_ sheet: Sheet) -> Bool {
    var graph = graph(of: sheet)
    if !graph.closeCircles() {
      for row in sheet.rows { hidden[row] = hidden[row].map { _ in true } }
      graph = self.graph(of: sheet)
      return graph.closeCircles()
    }
    for (place, row) in sheet.rows.enumerated() {
      for column in hidden[row].indices where graph.isHidden(place, column) { hidden[row][column] = true }
    }
    return true
  }

  private func graph(of sheet: Sheet) -> CellGraph {
    var graph = CellGraph(rows: sheet.rows.count, columns: sheet.hiddenColumns.count)
    for (place, row) in sheet.rows.enumerated() {
      for column in hidden[row].indices {
        if hidden[row][column] {
          graph.hide(place, column)
        } else if !people[row][column].isEmpty {
          graph.offer(place, column, at: people[row][column].count)
        }
      }
      if hiddenRows[row] { graph.hide(place, graph.columns) }
    }
    for column in sheet.hiddenColumns.indices where sheet.hiddenColumns[column] { graph.hide(graph.rows, column) }
    if sheet.hidesAll { graph.hide(graph.rows, graph.columns) }
    return graph
  }
}

import TestSupport
import Testing

@testable import Reports

/// What is told of a grid, and what follows from it.
@Suite struct CellGridTests {
  private static let least = 5

  /// A grid in which some numbers are of nobody, some of few, some of many, and some people stand in several.
  private struct Made: CustomStringConvertible {
    var people: [[PeopleSet]]
    var sheets: [Range<Int>]
    var description: String { "\(people.map { $0.map(\.count) }) in \(sheets)" }

    init(seed: UInt64) {
      var numbers = SeededNumbers(seed: seed)
      let (rows, columns) = (1 + numbers.below(9), 1 + numbers.below(6))
      let share = 1 + numbers.below(9)
      people = (0..<rows).map { _ in
        (0..<columns).map { _ in
          let count = numbers.below(10) < share ? numbers.below(4) * numbers.below(6) : 0
          return PeopleSet((0..<count).map { _ in UInt32(numbers.below(60)) })
        }
      }
      let middle = numbers.below(rows)
      sheets = [0..<rows] + (numbers.below(2) == 0 ? [] : [middle..<rows])
    }
  }

  @Test(arguments: 0..<4000 as Range<UInt64>) func tellsNoNumberOfFewPeople(_ seed: UInt64) {
    let made = Made(seed: seed)
    let grid = CellGrid(made.people, sheets: made.sheets, least: CellGridTests.least)
    for (row, cells) in made.people.enumerated() {
      for (column, people) in cells.enumerated() where people.isFew(CellGridTests.least) {
        #expect(grid.hidden[row][column], "seed \(seed): \(made)")
      }
      #expect(!PeopleSet(union: cells).isFew(CellGridTests.least) || grid.hiddenRows[row], "seed \(seed): \(made)")
    }
    for sheet in grid.sheets {
      for column in sheet.hiddenColumns.indices {
        let total = PeopleSet(union: made.people[sheet.rows].map { $0[column] })
        #expect(!total.isFew(CellGridTests.least) || sheet.hiddenColumns[column], "seed \(seed): \(made)")
      }
    }
  }

  @Test(arguments: 0..<4000 as Range<UInt64>) func letsNothingHiddenFollow(_ seed: UInt64) {
    let made = Made(seed: seed)
    let grid = CellGrid(made.people, sheets: made.sheets, least: CellGridTests.least)
    for sheet in grid.sheets.indices where !grid.sheets[sheet].isLeftOut {
      let found = Attacker.found(in: grid, sheets: [sheet]).filter { isOfSomeone($0, made) }
      #expect(found.isEmpty, "seed \(seed): \(made): \(found)")
    }
  }

  /// A total less what is told of it.
  @Test(arguments: 0..<4000 as Range<UInt64>) func leavesNoRestOfFewPeople(_ seed: UInt64) {
    let made = Made(seed: seed)
    let grid = CellGrid(made.people, sheets: made.sheets, least: CellGridTests.least)
    func isFew(_ sets: [PeopleSet]) -> Bool { PeopleSet(union: sets).isFew(CellGridTests.least) }
    for row in made.people.indices where !grid.hiddenRows[row] {
      let rest = zip(made.people[row], grid.hidden[row]).filter(\.1).map(\.0)
      #expect(!isFew(rest), "seed \(seed): \(made), row \(row)")
    }
    for sheet in grid.sheets {
      for column in sheet.hiddenColumns.indices where !sheet.hiddenColumns[column] {
        let rest = sheet.rows.filter { grid.hidden[$0][column] }.map { made.people[$0][column] }
        #expect(!isFew(rest), "seed \(seed): \(made), column \(column)")
      }
      guard !sheet.hidesAll, !sheet.isLeftOut else { continue }
      let rest = sheet.rows.filter { grid.hiddenRows[$0] }.map { PeopleSet(union: made.people[$0]) }
      #expect(!isFew(rest), "seed \(seed): \(made), totals")
    }
  }

  /// A table that is alone with its rows is told as far as it can be.
  @Test(arguments: 0..<1000 as Range<UInt64>) func leavesOutNoTableForItsOwnSake(_ seed: UInt64) {
    let made = Made(seed: seed)
    let grid = CellGrid(made.people, sheets: [0..<made.people.count], least: CellGridTests.least)
    #expect(!grid.sheets[0].isLeftOut, "seed \(seed): \(made)")
  }

  @Test(arguments: 0..<400 as Range<UInt64>) func hidesNothingWhereNobodyIsFew(_ seed: UInt64) {
    let made = Made(seed: seed)
    let grid = CellGrid(made.people, sheets: made.sheets, least: 1)
    #expect(!grid.hidden.joined().contains(true) && !grid.hiddenRows.contains(true))
    #expect(!grid.sheets.contains { $0.hidesAll || $0.hiddenColumns.contains(true) })
  }

  /// Two people, hidden with the smallest three other numbers that close a circle.
  @Test func hidesTheSmallestNumbersThatCloseACircle() {
    let grid = CellGrid(CellGridTests.grid([[2, 9, 30], [8, 7, 40], [20, 20, 20]]), sheets: [0..<3], least: 5)
    #expect(grid.hidden == [[true, true, false], [true, true, false], [false, false, false]])
    #expect(grid.hiddenRows == [false, false, false] && grid.sheets[0].hiddenColumns == [false, false, false])
  }

  @Test func tellsThatNobodyIsThere() {
    let grid = CellGrid(CellGridTests.grid([[0, 9, 30], [8, 0, 40]]), sheets: [0..<2], least: 5)
    #expect(!grid.hidden.joined().contains(true))
  }

  @Test func hidesTotalsOfFewPeopleAndOneMore() {
    let grid = CellGrid(CellGridTests.grid([[1, 2], [6, 9], [30, 40]]), sheets: [0..<3], least: 5)
    #expect(grid.hiddenRows == [true, true, false])
  }

  /// Different people in all places.
  private static func grid(_ counts: [[Int]]) -> [[PeopleSet]] {
    var next: UInt32 = 0
    return counts.map { row in
      row.map { count in
        defer { next += UInt32(count) }
        return PeopleSet(next..<next + UInt32(count))
      }
    }
  }

  private func isOfSomeone(_ number: HiddenNumber, _ made: Made) -> Bool {
    guard let row = number.row, let column = number.column else { return true }
    return !made.people[row][column].isEmpty
  }
}

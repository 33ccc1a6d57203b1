/// Rows and columns as places, hidden numbers as lines between them; the last row and column are those of the totals.
struct CellGraph: Sendable {
  let rows: Int
  let columns: Int
  /// What it costs to go along a line: nothing along hidden ones; nil where there is none.
  private var costs: [Int?]
  private var hiddenLines: [(row: Int, column: Int)] = []

  init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
    costs = Array(repeating: nil, count: (rows + 1) * (columns + 1))
  }
}

extension CellGraph {
  mutating func hide(_ row: Int, _ column: Int) {
    costs[place(row, column)] = 0
    hiddenLines.append((row, column))
  }

  /// A number that may be hidden to close a circle, at a cost above 0.
  mutating func offer(_ row: Int, _ column: Int, at cost: Int) { costs[place(row, column)] = cost }

  func isHidden(_ row: Int, _ column: Int) -> Bool { costs[place(row, column)] == 0 }

  /// Hides more numbers until each hidden one has another way between its row and its column.
  /// - Returns: false if one has none.
  mutating func closeCircles() -> Bool {
    // A circle that is closed stays closed, and what is hidden for it lies on it.
    for line in hiddenLines {
      guard let way = cheapestWay(around: line) else { return false }
      for (row, column) in way { costs[place(row, column)] = 0 }
    }
    return true
  }
}

extension CellGraph {
  private func place(_ row: Int, _ column: Int) -> Int { row * (columns + 1) + column }

  /// From a line's row to its column without it (E. W. Dijkstra, 1959). Rows are the first places, then columns.
  private func cheapestWay(around line: (row: Int, column: Int)) -> [(row: Int, column: Int)]? {
    let count = rows + columns + 2
    var reached = [Int](repeating: .max, count: count)
    var from = [Int](repeating: -1, count: count)
    var isDone = [Bool](repeating: false, count: count)
    let goal = rows + 1 + line.column
    reached[line.row] = 0
    while let here = (0..<count).filter({ !isDone[$0] && reached[$0] < .max }).min(by: { reached[$0] < reached[$1] }) {
      if here == goal { return way(to: goal, from) }
      isDone[here] = true
      for next in here <= rows ? rows + 1..<count : 0..<rows + 1 {
        let (row, column) = here <= rows ? (here, next - rows - 1) : (next, here - rows - 1)
        guard let cost = costs[place(row, column)], (row, column) != line, reached[here] + cost < reached[next] else {
          continue
        }
        reached[next] = reached[here] + cost
        from[next] = here
      }
    }
    return nil
  }

  private func way(to goal: Int, _ from: [Int]) -> [(row: Int, column: Int)] {
    var way: [(row: Int, column: Int)] = []
    var here = goal
    while from[here] >= 0 {
      let before = from[here]
      way.append(here <= rows ? (here, before - rows - 1) : (before, here - rows - 1))
      here = before
    }
    return way
  }
}

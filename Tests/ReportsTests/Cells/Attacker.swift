@testable import Reports

/// Works out of a grid's told numbers what follows from its sums: whoever subtracts finds no more.
struct Attacker {
  /// Row-reduced, modulo a prime: the numbers in front of the unknowns.
  private var rows: [[Int]] = []
  private let unknowns: Int
  private static let prime = 2_147_483_647

  /// - Parameters:
  ///   - equations: of each the unknowns with the numbers in front of them.
  ///   - unknowns: how many there are.
  init(_ equations: [[Int: Int]], unknowns: Int) {
    self.unknowns = unknowns
    var matrix = equations.map { equation in
      (0..<unknowns).map { ((equation[$0] ?? 0) + Attacker.prime) % Attacker.prime }
    }
    var top = 0
    for column in 0..<unknowns {
      guard let pivot = (top..<matrix.count).first(where: { matrix[$0][column] != 0 }) else { continue }
      matrix.swapAt(top, pivot)
      let factor = Attacker.inverse(matrix[top][column])
      for place in column..<unknowns { matrix[top][place] = matrix[top][place] * factor % Attacker.prime }
      for row in matrix.indices where row != top && matrix[row][column] != 0 {
        let factor = matrix[row][column]
        for place in column..<unknowns {
          matrix[row][place] = (matrix[row][place] + (Attacker.prime - factor) * matrix[top][place]) % Attacker.prime
        }
      }
      top += 1
      if top == matrix.count { break }
    }
    rows = Array(matrix.prefix(top))
  }

  /// The unknowns of which there is only one value.
  var found: [Int] {
    rows.compactMap { row in
      let places = row.indices.filter { row[$0] != 0 }
      return places.count == 1 ? places[0] : nil
    }
  }

  private static func inverse(_ number: Int) -> Int {
    var (base, power, result) = (number, prime - 2, 1)
    while power > 0 {
      if power & 1 == 1 { result = result * base % prime }
      base = base * base % prime
      power >>= 1
    }
    return result
  }
}

/// A hidden number of a grid.
struct HiddenNumber: Hashable {
  /// `row` or `column` is nil for a total, of which `sheet` is, unless it is a row's.
  var sheet: Int?
  var row: Int?
  var column: Int?
}

extension Attacker {
  /// What follows from the told numbers of some sheets together.
  static func found(in grid: CellGrid, sheets: [Int]) -> [HiddenNumber] {
    var numbers: [HiddenNumber: Int] = [:]
    var equations: [[Int: Int]] = []
    func unknown(_ number: HiddenNumber, _ isHidden: Bool) -> Int? {
      guard isHidden else { return nil }
      if let known = numbers[number] { return known }
      numbers[number] = numbers.count
      return numbers.count - 1
    }
    for index in sheets {
      let sheet = grid.sheets[index]
      let columns = sheet.hiddenColumns.indices
      var all: [Int: Int] = [:]
      for row in sheet.rows {
        var equation: [Int: Int] = [:]
        for column in columns {
          if let cell = unknown(.init(row: row, column: column), grid.hidden[row][column]) { equation[cell] = 1 }
        }
        if let total = unknown(.init(row: row), grid.hiddenRows[row]) {
          equation[total] = -1
          all[total] = 1
        }
        equations.append(equation)
      }
      var foot: [Int: Int] = [:]
      for column in columns {
        var equation: [Int: Int] = [:]
        for row in sheet.rows {
          if let cell = unknown(.init(row: row, column: column), grid.hidden[row][column]) { equation[cell] = 1 }
        }
        if let total = unknown(.init(sheet: index, column: column), sheet.hiddenColumns[column]) {
          equation[total] = -1
          foot[total] = 1
        }
        equations.append(equation)
      }
      if let total = unknown(.init(sheet: index), sheet.hidesAll) {
        foot[total] = -1
        all[total] = -1
      }
      equations += [foot, all]
    }
    let names = Dictionary(uniqueKeysWithValues: numbers.map { ($1, $0) })
    return Attacker(equations, unknowns: numbers.count).found.compactMap { names[$0] }
  }
}

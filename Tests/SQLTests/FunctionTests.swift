import TestSupport
import Testing

@testable import SQL

@Suite struct FunctionTests {
  private let database: EmptyDatabase

  init() throws { database = try EmptyDatabase(Shelf.schema) }

  private func value(_ expression: String, of numbers: [ResultValue] = [.null]) throws -> ResultValue {
    try database.run("\(Shelf.values(numbers)) select \(expression) as v from numbers", [:]).rows[0][0]
  }

  @Test func findsTheValueThatSortingWouldPutThere() {
    var chance = SeededNumbers(seed: 7)
    for count in [1, 2, 3, 10, 1000] {
      for most in [1, 3, 1_000_000] {
        let values = (0..<count).map { _ in Int64.random(in: 0..<Int64(most), using: &chance) }
        for layout in [values, values.sorted(), values.sorted(by: >), values.sorted() + values.sorted(by: >)] {
          var copy = layout
          let position = Int.random(in: layout.indices, using: &chance)
          #expect(copy.ranked(position) == layout.sorted()[position], "seed 7, \(count) values below \(most)")
        }
      }
    }
  }

  @Test func givesTheMedianByNearestRank() throws {
    #expect(try value("median(x)", of: [.integer(9), .integer(1), .null, .integer(5)]) == .integer(5))
    #expect(try value("median(x)", of: [.integer(4), .integer(1), .integer(3), .integer(2)]) == .integer(2))
    #expect(try value("median(x)", of: [.real(1.5), .integer(2), .integer(1)]) == .real(1.5))
    #expect(try value("median(x)", of: [.null, .null]) == .null)
    #expect(try value("median(x) filter (where x > 9)", of: [.integer(1)]) == .null)
  }

  @Test func equalsASimpleTwinOnRandomValues() throws {
    let seed: UInt64 = 3
    var random = SeededNumbers(seed: seed)
    for _ in 0..<60 {
      let count = Int.random(in: 1...40, using: &random)
      let percent = Int.random(in: 0...100, using: &random)
      let numbers = (0..<count).map { _ in
        Bool.random(using: &random)
          ? ResultValue.integer(.random(in: -9...9, using: &random))
          : .real(Double(Int.random(in: -99...99, using: &random)) / 8)
      }
      let values = numbers.compactMap(number)
      // The least value that at least so many percent of all do not exceed.
      let expected = values.sorted().first { least in
        values.count { $0 <= least } * 100 >= percent * count
      }
      let found = try value("percentile(x, \(percent))", of: numbers)
      #expect(number(found) == expected, "seed \(seed): \(percent) of \(values)")
    }
  }

  private func number(_ value: ResultValue) -> Double? {
    switch value {
    case .integer(let integer): Double(integer)
    case .real(let real): real
    default: nil
    }
  }

  @Test func wantsNumbersAndASharePerHundred() throws {
    #expect(failure { _ = try value("median(x)", of: [.text("a")]) }?.message == "median() takes numbers, found text")
    for p in ["101", "-1", "'a'", "null"] {
      let error = failure { _ = try value("percentile(x, \(p))", of: [.integer(1)]) }
      #expect(error?.message == "percentile() takes a number from 0 to 100 as its second argument", "\(p)")
      #expect(error?.cause == .failed)
    }
  }

  @Test func groupsAndForgetsWhatAnEndedQueryHeld() throws {
    let sql = """
      with n(g, x) as (values ('a', 1), ('b', 10), ('a', 3), ('a', 2), ('b', 30))
      select g, percentile(x, 100) as most, median(x) as m from n group by g order by g
      """
    #expect(
      try database.run(sql, [:]).rows == [
        [.text("a"), .integer(3), .integer(2)], [.text("b"), .integer(30), .integer(10)],
      ])
  }

  @Test func givesWilsonsInterval() throws {
    // Newcombe 1998, table I: 81 of 263 gives 0.2553 to 0.3662; 0 of 20 gives 0 to 0.1611.
    func rounded(_ call: String) throws -> ResultValue { try value("round(\(call), 4)") }
    #expect(try rounded("wilson_low(81, 263)") == .real(0.2553))
    #expect(try rounded("wilson_high(81, 263)") == .real(0.3662))
    #expect(try rounded("wilson_low(0, 20)") == .real(0))
    #expect(try rounded("wilson_high(0, 20)") == .real(0.1611))
    #expect(try rounded("wilson_high(20, 20)") == .real(1))
    #expect(try value("wilson_low(0, 0)") == .null)
    #expect(try value("wilson_low(null, 5)") == .null)
    #expect(failure { _ = try value("wilson_low(6, 5)") }?.cause == .failed)
  }
}

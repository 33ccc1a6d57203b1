import Reports
import Testing
import Time

@Suite struct SampleTests {
  /// Nearest rank of 10 values: the p-th is the one at rank ⌈p/100 · 10⌉.
  @Test(arguments: [(1, 1), (10, 1), (11, 2), (25, 3), (50, 5), (75, 8), (90, 9), (91, 10), (100, 10)])
  func takesPercentileByNearestRank(_ percent: Int, _ expected: Int) {
    #expect(Sample([3, 1, 2, 10, 9, 8, 7, 6, 5, 4]).percentile(percent) == expected, "p\(percent)")
  }

  @Test func takesLowerMiddleAsMedianOfAnEvenCount() {
    #expect(Sample([Length.minutes(4), .minutes(1), .minutes(2), .minutes(3)]).median == .minutes(2))
  }

  @Test func hasNoPercentileWithoutValues() {
    let none = Sample([Int]())
    #expect(none.median == nil)
    #expect(none.spread == nil)
    #expect(none.least == nil)
  }

  @Test func isItsOwnPercentilesWithOneValue() {
    let spread = Sample([7]).spread
    #expect([spread?.p10, spread?.p25, spread?.p50, spread?.p75, spread?.p90] == [7, 7, 7, 7, 7])
  }

  /// Against a count of the definition itself, on values with many ties.
  @Test func agreesWithDefinition() {
    for count in 1...60 {
      let values = (0..<count).map { $0 * 7 % 11 }
      let sample = Sample(values)
      for percent in 1...100 {
        let expected = values.sorted().first { value in values.count { $0 <= value } * 100 >= percent * count }
        #expect(sample.percentile(percent) == expected, "p\(percent) of \(count)")
      }
    }
  }

  /// The n-th of the numbers from 1 on is n itself.
  @Test(arguments: [100, 101, 102, 250, 3000])
  func takesPercentilesOfManyValues(_ count: Int) {
    let sample = Sample((1...count).reversed())
    #expect((1...100).map { sample.percentile($0) } == (1...100).map { ($0 * count + 99) / 100 })
    #expect(sample.least == 1 && sample.most == count && sample.count == count)
  }
}

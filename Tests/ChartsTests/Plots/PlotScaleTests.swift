import Testing

@testable import Charts

struct PlotScaleTests {
  @Test(arguments: [
    ([0.0, 7], [0.0, 2, 4, 6, 8]), ([-3, 12], [-5, 0, 5, 10, 15]), ([-40, -2], [-40, -30, -20, -10, 0]),
    ([Double](), [0.0, 1, 2, 3, 4]),
  ])
  func holdsZeroOnALinearAxis(values: [Double], marks: [Double]) {
    let scale = PlotScale(plainAxis(), holding: values)
    #expect(scale.marks == marks, "\(values)")
  }

  @Test func marksPowersOfTenOnALogarithmicAxis() {
    #expect(PlotScale(plainAxis(.log), holding: [3, 40_000]).marks == [1, 10, 100, 1000, 10_000, 100_000])
    #expect(PlotScale(plainAxis(.log), holding: [3, 40]).marks == [2, 5, 10, 20, 50])
  }

  @Test func takesChosenMarks() {
    let axis = PlotAxis(marks: [15, 30, 60, 120, 300]) { String($0) }
    #expect(PlotScale(axis, holding: [70]).marks == [0, 15, 30, 60, 120])
    let log = PlotAxis(scale: .log, marks: [1, 60, 3600]) { String($0) }
    #expect(PlotScale(log, holding: [70, 80]).marks == [60, 3600])
  }

  @Test func hasNoPlaceForZeroOnALogarithmicAxis() {
    let scale = PlotScale(plainAxis(.log), holding: [0, -4, 5, 50])
    #expect(scale.share(0) == nil)
    #expect(scale.share(-4) == nil)
    #expect(scale.zero == nil)
  }

  @Test(arguments: 0..<200)
  func placesEveryValueInProportion(seed: Int) {
    var dice = Dice(seed: UInt64(seed))
    let isLog = seed % 2 == 1
    let values = dice.values(1 + seed % 9, below: !isLog).compactMap(\.self).filter {
      $0.isFinite && (!isLog || $0 > 0)
    }
    let scale = PlotScale(plainAxis(isLog ? .log : .linear), holding: values)
    for value in values {
      let share = scale.share(value) ?? -1
      #expect((0...1).contains(share), "seed \(seed): \(value)")
      guard !isLog else { continue }
      let back = scale.least + share * (scale.most - scale.least)
      #expect(abs(back - value) < 1e-6, "seed \(seed): \(value) came back as \(back)")
    }
    #expect(scale.marks.count <= 11, "seed \(seed)")
    #expect(zip(scale.marks, scale.marks.dropFirst()).allSatisfy { $0 < $1 }, "seed \(seed)")
  }
}

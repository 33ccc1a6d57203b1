import Charts
import Testing

struct NiceScaleTests {
  @Test(arguments: [
    (0.0, 1.0, 4), (1, 1, 4), (3, 1, 4), (5, 1, 5), (6, 2, 4), (11, 5, 4), (23, 5, 5), (26, 10, 4), (113, 25, 5),
    (101, 25, 5), (1250, 250, 5), (1e6, 200_000, 5),
  ])
  func takesWholeStepsForCounts(most: Double, step: Double, steps: Int) {
    let scale = NiceScale(upTo: most, wholeNumbers: true)
    #expect(scale.step == step, "\(most)")
    #expect(scale.steps == steps, "\(most)")
  }

  @Test func takesFractionsForMeasures() {
    #expect(NiceScale(upTo: 0.09).marks.count == 6)
    #expect(NiceScale(upTo: 12).step == 2.5)
  }

  @Test func holdsWhatItMeasures() {
    for most in [0.001, 0.7, 4.4, 51, 99.9, 12_345, 9.9e17, .infinity, -.infinity, .nan] {
      let scale = NiceScale(upTo: most)
      #expect(!most.isFinite || scale.top >= most, "\(most)")
      #expect((4...5).contains(scale.steps), "\(most)")
    }
  }
}

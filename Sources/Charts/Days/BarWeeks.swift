import HTML

/// Names the weeks below the days on which they begin. A name that would leave the picture, even one half as wide, stands
/// left of its bar's right edge; one that would meet the name before it is left out.
struct BarWeeks {
  private let plot: BarPlot
  private let areMany: Bool
  private var count = 0
  private var right = -Double.infinity

  init(_ plot: BarPlot, areMany: Bool) {
    self.plot = plot
    self.areMany = areMany
  }

  /// Of many weeks every second one goes where there is little room.
  mutating func append(_ name: String, at index: Int, y: Double, to out: inout [UInt8]) {
    let width = Double(name.count) * BarWeeks.letter
    let isLast = plot.left(index) + (areMany ? width : width * 2) > 100
    let left = isLast ? plot.right(index) - width : plot.left(index)
    guard left > right else { return }
    out.appendText(
      areMany && count % 2 == 1 ? "major odd" : "major", x: .percent(isLast ? plot.right(index) : plot.left(index)),
      y: y,
      anchor: isLast ? .end : .start, name)
    right = left + width
    count += 1
  }

  /// In percent: about a letter's width in a picture of 800 pixels.
  private static var letter: Double { 0.85 }
}

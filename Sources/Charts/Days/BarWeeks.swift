import HTML

/// Names the weeks below the days on which they begin. A name that would leave the picture stands at its right edge; one
/// that would meet the name before it is left out.
struct BarWeeks {
  private let plot: BarPlot
  private let areMany: Bool
  private var count = 0
  private var right = -Double.infinity

  init(_ plot: BarPlot, areMany: Bool) {
    self.plot = plot
    self.areMany = areMany
  }

  /// Where there is little room, every second of many goes, and one too near to the edge.
  mutating func append(_ name: String, at index: Int, y: Double, to out: inout [UInt8]) {
    let width = Double(name.count) * BarWeeks.letter
    let start = plot.left(index)
    let isLast = start + width > 100
    let left = isLast ? 100 - width : start
    guard left > right else { return }
    let isOdd = areMany ? count % 2 == 1 : start + 2 * width > 100
    let x = Coordinate.percent(isLast ? 100 : start)
    out.appendText(isOdd ? "major odd" : "major", x: x, y: y, anchor: isLast ? .end : .start, name)
    right = left + width
    count += 1
  }

  /// In percent: about a letter's width in a picture of 800 pixels.
  private static var letter: Double { 0.85 }
}

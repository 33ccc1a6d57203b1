/// Where the bars of a chart stand: slots of equal width, a bar in the middle 70% of each.
struct BarPlot {
  /// A few days do not fill the picture with a wall.
  static let fewest = 7

  let top: Double
  let base: Double
  /// The value at the top.
  let most: Double
  let slots: Int
}

extension BarPlot {
  /// In percent, like the five below.
  var slot: Double { 100 / Double(slots) }
  var barWidth: Double { slot * 0.7 }
  func left(_ index: Int) -> Double { (Double(index) + 0.15) * slot }
  func right(_ index: Int) -> Double { left(index) + barWidth }
  func middle(_ index: Int) -> Double { (Double(index) + 0.5) * slot }
  func dash(_ index: Int) -> Double { (Double(index) + 0.05) * slot }

  /// In pixels.
  func y(_ value: Double) -> Double { base - (base - top) * min(max(value, 0), most) / most }
}

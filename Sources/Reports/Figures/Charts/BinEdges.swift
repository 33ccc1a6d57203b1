/// The edges of bins at nice numbers; lengths of time have nice numbers of their own.
struct BinEdges: Equatable {
  let values: [Double]

  /// An author's own, ascending. The last bin has no end.
  init(_ edges: [Double]) {
    values = edges + [.infinity]
  }

  /// - Parameter wanted: about how many bins.
  init(from least: Double, to most: Double, wanted: Int, format: FigureFormat) {
    // One step for lengths of seconds and of days would put nearly all of them into the first bin.
    if format == .duration, least >= 0, most > 100 * max(least, 10) {
      values = BinEdges.ladder(upTo: most)
      return
    }
    let span = most - least
    let step = max(BinEdges.step(for: span / Double(wanted), format), BinEdges.leastStep(upTo: most, format))
    let first = (least / step).rounded(.down)
    let count = min(max(0, (most / step).rounded(.down) - first), Double(4 * wanted + 3)) + 1
    values = (0...Int(count)).map { (first + Double($0)) * step }
  }

  /// Ever longer bins, with the last edge above all values.
  private static func ladder(upTo most: Double) -> [Double] {
    let end = rungs.firstIndex { $0 > most } ?? rungs.count - 1
    return Array(rungs[...end])
  }

  private static let rungs: [Double] = [
    0, 10, 60, 300, 900, 3600, 14_400, 43_200, 86_400, 259_200, 604_800, 2_592_000, 31_536_000, 3.2e9,
  ]

  /// Lengths are printed in minutes from a minute on, in hours from two days, in days from ten: finer edges would read
  /// alike.
  private static func leastStep(upTo most: Double, _ format: FigureFormat) -> Double {
    guard format == .duration, most > 60 else { return 0 }
    return most > 864_000 ? 86_400 : most > 172_800 ? 3600 : 60
  }

  /// The least nice step that is no shorter.
  private static func step(for wish: Double, _ format: FigureFormat) -> Double {
    guard wish.isFinite, wish > 0 else { return 1 }
    if format == .duration, let step = lengths.first(where: { $0 >= wish }) { return step }
    var power = format == .count ? 1.0 : 1e-9
    while power < 1e15 {
      for factor in [1.0, 2, 5] where factor * power >= wish * 0.999999 { return factor * power }
      power *= 10
    }
    return power
  }

  /// How many values lie in each: from an edge on, up to the next.
  func counts(_ numbers: [Double]) -> [Int] {
    var counts = Array(repeating: 0, count: values.count - 1)
    for number in numbers {
      let index = (0..<counts.count).partitioningIndex { values[$0 + 1] > number }
      counts[min(index, counts.count - 1)] += 1
    }
    return counts
  }

  private static let lengths: [Double] = [
    1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400, 172_800, 604_800,
    1_209_600, 2_592_000, 7_776_000,
  ]
}

/// Which labels along an axis are printed, so that none meets another in a picture of any width: all of them, every
/// second, every sixth, and fewer where there is less room. Labels may begin at their place or have their middle there.
struct PlotThinning {
  /// Where a label is printed.
  enum Level: Equatable {
    case everywhere
    /// Not on a telephone.
    case medium
    /// Not beside a side column on a small screen either.
    case wide
    case nowhere
  }

  typealias Label = (place: Double, text: String)

  private(set) var levels: [Level]

  /// - Parameters:
  ///   - labels: left to right, their places in percent.
  ///   - margins: what is taken from the picture's width.
  init(_ labels: [Label], _ margins: PlotMargins) {
    levels = labels.map { _ in .nowhere }
    let widths = PlotThinning.widths.map { ($0.level, max(80, $0.pixels - margins.extra)) }
    let first = PlotThinning.isPartial(labels, widths[0].1) ? 1 : 0
    var every = 1
    for (level, pixels) in widths {
      every = PlotThinning.stride(labels[first...], from: every, pixels)
      for index in Swift.stride(from: first, to: labels.count, by: every) { levels[index] = level }
    }
  }
}

extension PlotThinning {
  /// The narrowest that a picture is in each layout, in pixels.
  static let widths: [(level: Level, pixels: Double)] = [
    (.wide, 560), (.medium, 400), (.everywhere, PlotMargins.narrowest),
  ]

  /// A week or month that is cut at its beginning stands near the next, and goes.
  private static func isPartial(_ labels: [Label], _ pixels: Double) -> Bool {
    labels.count > 2 && meet(labels[0], labels[1], pixels) && !meet(labels[1], labels[2], pixels)
  }

  private static func meet(_ a: Label, _ b: Label, _ pixels: Double) -> Bool {
    let (widthA, widthB) = (PlotText.width(a.text), PlotText.width(b.text))
    return (b.place - a.place) / 100 * pixels < max(widthA, (widthA + widthB) / 2) + 6
  }

  /// The smallest multiple of `every` at which no two neighbours meet.
  private static func stride(_ labels: ArraySlice<Label>, from every: Int, _ pixels: Double) -> Int {
    var step = every
    while step < labels.count {
      let shown = Swift.stride(from: labels.startIndex, to: labels.endIndex, by: step).map { labels[$0] }
      guard zip(shown, shown.dropFirst()).contains(where: { meet($0, $1, pixels) }) else { return step }
      step += every
    }
    return step
  }
}

extension PlotThinning.Level {
  /// The class of a label that is printed there, as the narrow pages hide it; nil for none.
  func label(isQuiet: Bool = false) -> StaticString? {
    switch self {
    case .everywhere: isQuiet ? "" : "lab"
    case .medium: isQuiet ? "wide" : "lab wide"
    case .wide: isQuiet ? "odd" : "lab odd"
    case .nowhere: nil
    }
  }

  /// The same of a number over its bar.
  var number: StaticString? {
    switch self {
    case .everywhere: "val"
    case .medium: "val wide"
    case .wide: "val odd"
    case .nowhere: nil
    }
  }
}

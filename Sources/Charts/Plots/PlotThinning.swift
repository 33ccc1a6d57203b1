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

  private(set) var levels: [Level]

  /// - Parameters:
  ///   - labels: left to right, the place of the middle in percent.
  ///   - margin: the pixels that something else takes of the picture.
  init(_ labels: [(place: Double, text: String)], letter: Double = 6.96, beside margin: Double = 0) {
    levels = labels.map { _ in .nowhere }
    var first = 0
    if labels.count > 2, PlotThinning.meet(labels[0], labels[1], letter, PlotThinning.widths[0].pixels - margin),
      !PlotThinning.meet(labels[1], labels[2], letter, PlotThinning.widths[0].pixels - margin)
    {
      first = 1
    }
    var every = 1
    for (level, pixels) in PlotThinning.widths {
      every = PlotThinning.stride(labels[first...], from: every, letter, pixels - margin)
      for index in Swift.stride(from: first, to: labels.count, by: every) { levels[index] = level }
    }
  }
}

extension PlotThinning {
  /// The narrowest that a picture is in each layout, in pixels.
  static let widths: [(level: Level, pixels: Double)] = [(.wide, 560), (.medium, 400), (.everywhere, 270)]

  private static func meet(
    _ a: (place: Double, text: String), _ b: (place: Double, text: String), _ letter: Double, _ pixels: Double
  ) -> Bool {
    let room = (b.place - a.place) / 100 * pixels
    let (a, b) = (Double(PlotText.letters(a.text)), Double(PlotText.letters(b.text)))
    return room < letter * max(a, (a + b) / 2) + 6
  }

  /// The smallest multiple of `every` at which no two neighbours meet.
  private static func stride(
    _ labels: ArraySlice<(place: Double, text: String)>, from every: Int, _ letter: Double, _ pixels: Double
  ) -> Int {
    var step = every
    while step < labels.count {
      let shown = Swift.stride(from: labels.startIndex, to: labels.endIndex, by: step).map { labels[$0] }
      guard zip(shown, shown.dropFirst()).contains(where: { meet($0, $1, letter, pixels) }) else { return step }
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
}

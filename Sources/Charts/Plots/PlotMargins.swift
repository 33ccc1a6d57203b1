/// The room beside a picture for what is written there, which the style sheet knows by a class for each side.
struct PlotMargins {
  private(set) var classes: [StaticString] = []
  /// How many pixels more than an axis of short numbers takes.
  private(set) var extra = 0.0
  /// Those of them at the right.
  private(set) var right = 0.0

  /// - Parameters:
  ///   - left: labels of an axis or of rows, at most 24 letters of each; nil where the picture begins at its left edge.
  ///   - right: words at the right edge; at most 16 letters of each.
  init(left: [String]?, right: [String] = []) {
    switch left?.map(PlotText.letters).max() ?? (left == nil ? -1 : 0) {
    case -1: add("m0", -36)
    case ...4: break
    case ...7: add("m7", 26)
    case ...10: add("m10", 48)
    case ...16: add("m16", 89)
    default: add("m24", 144)
    }
    let extraLeft = extra
    switch right.map(PlotText.letters).max() ?? 0 {
    case 0: break
    case ...6: add("e6", 58)
    case ...10: add("e10", 87)
    default: add("e16", 128)
    }
    self.right = extra - extraLeft
  }
}

extension PlotMargins {
  /// The narrowest that a picture without margins of its own is on a telephone, in pixels.
  static var narrowest: Double { 270 }

  /// On a telephone the picture begins at its left edge.
  mutating func dropLeftIfNarrow() { classes.append("over") }

  var narrowest: Double { max(80, PlotMargins.narrowest - extra) }
}

extension PlotMargins {
  private mutating func add(_ name: StaticString, _ pixels: Double) {
    classes.append(name)
    extra += pixels
  }
}

/// How a series is drawn: a role's colour, or ink where it is none of the units; a pattern tells apart series of one
/// colour, on paper too. A line has dashes in place of the pattern.
public struct PlotStyle: Hashable, Sendable {
  public enum Pattern: String, CaseIterable, Sendable { case solid, diagonal, dots, cross }

  public var role: Role?
  public var pattern: Pattern
  /// A step of slate in place of a role's colour, from 1, the lightest, to 5: for areas that are none of the units.
  /// 0 is the grey of all others together.
  public var shade: Int?

  public init(_ role: Role?, _ pattern: Pattern = .solid) {
    self.role = role
    self.pattern = pattern
  }

  public init(shade: Int, _ pattern: Pattern = .solid) {
    self.init(nil, pattern)
    self.shade = min(max(shade, 0), PlotStyle.shades.count - 1)
  }
}

extension PlotStyle {
  /// All others in the baselines' grey, then the steps of a heat map without the lightest, which has too little weight
  /// for a bar, and the outlines' slate in their middle: neighbours are 9 steps of lightness apart or more.
  private static let shades: [StaticString] = ["f-rest", "h2", "h3", "f-mid", "h4", "h5"]

  var fill: StaticString { shade.map { PlotStyle.shades[$0] } ?? role?.fill ?? "f-ink" }
  var tint: StaticString { role?.ribbon ?? "r-ink" }

  var stroke: StaticString {
    switch role {
    case .conv: "s-conv"
    case .ai: "s-ai"
    case .both: "s-both"
    case .team: "s-team"
    case nil: shade == nil ? "s-ink" : "s-conv"
    }
  }

  /// In names of patterns.
  var colour: String { shade.map { "shade\($0)" } ?? role?.rawValue ?? "ink" }

  /// The same without its pattern.
  var plain: PlotStyle {
    var style = self
    style.pattern = .solid
    return style
  }

  /// The classes of a line.
  var line: [StaticString] {
    switch pattern {
    case .solid: ["line", stroke]
    case .diagonal: ["line d-long", stroke]
    case .dots: ["line d-dots", stroke]
    case .cross: ["line d-both", stroke]
    }
  }
}

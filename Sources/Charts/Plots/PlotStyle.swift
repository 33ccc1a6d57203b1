/// How a series is drawn: a role's colour, or ink where it is none of the units; a pattern tells apart series of one
/// colour, on paper too. A line has dashes in place of the pattern.
public struct PlotStyle: Hashable, Sendable {
  public enum Pattern: String, CaseIterable, Sendable { case solid, diagonal, dots, cross }

  public var role: Role?
  public var pattern: Pattern

  public init(_ role: Role?, _ pattern: Pattern = .solid) {
    self.role = role
    self.pattern = pattern
  }
}

extension PlotStyle {
  var fill: StaticString { role?.fill ?? "f-ink" }
  var tint: StaticString { role?.ribbon ?? "r-ink" }

  var stroke: StaticString {
    switch role {
    case .conv: "s-conv"
    case .ai: "s-ai"
    case .both: "s-both"
    case .team: "s-team"
    case nil: "s-ink"
    }
  }

  /// In names of patterns.
  var colour: String { role?.rawValue ?? "ink" }

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

/// How a series is drawn: a role's colour, or ink where it is none of the units; a pattern tells apart series of one
/// colour, on paper too.
public struct PlotStyle: Hashable, Sendable {
  public enum Pattern: String, CaseIterable, Sendable { case solid, diagonal, dots, cross }

  public var role: Role?
  public var pattern: Pattern

  public init(_ role: Role?, _ pattern: Pattern = .solid) {
    self.role = role
    self.pattern = pattern
  }
}

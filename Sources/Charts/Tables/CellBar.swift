import HTML

/// A stacked bar in a table's cell, on the scale of its column. The numbers stand in the cells beside it.
public struct CellBar: Chart {
  public struct Segment: Equatable, Sendable {
    public var value: Int
    public var role: Role

    public init(_ value: Int, _ role: Role) {
      self.value = value
      self.role = role
    }
  }

  /// At most three, left to right.
  public var segments: [Segment]
  /// The largest sum in the column.
  public var most: Int

  public init(segments: [Segment], most: Int) {
    self.segments = segments
    self.most = most
  }
}

extension CellBar {
  public func render(into out: inout [UInt8]) {
    out.append("<svg class=\"cell\" height=\"10\" aria-hidden=\"true\">")
    var left = 0.0
    for segment in segments where segment.value > 0 && left < 100 {
      let share = min(100 - left, Double(segment.value) / Double(max(most, 1)) * 100)
      let width = max(0.2, share - CellBar.gap)
      out.appendRect(segment.role.fill, x: .percent(min(left, 100 - width)), width: .percent(width), height: 10)
      left += share
    }
    out.append("</svg>")
  }

  /// In percent: the paper between two segments.
  private static var gap: Double { 0.25 }
}

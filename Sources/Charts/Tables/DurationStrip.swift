import HTML

/// A length as a bar in a table's cell: solid while someone was active and, if its whole duration is given, outlined for
/// the rest of it. The numbers stand in the cells beside it.
public struct DurationStrip: Chart {
  public var active: Double
  /// In the unit of `active`.
  public var duration: Double?
  /// The longest in the column.
  public var most: Double
  public var role: Role

  public init(active: Double, duration: Double? = nil, most: Double, role: Role = .ai) {
    self.active = active
    self.duration = duration
    self.most = most
    self.role = role
  }
}

extension DurationStrip {
  public func render(into out: inout [UInt8]) {
    out.append("<svg height=\"8\" aria-hidden=\"true\">")
    if let duration, duration > active {
      let classes: StaticString = role == .team ? "l-wait l-wait--team" : "l-wait l-wait--ai"
      out.appendRect(classes, x: .percent(0), y: 0.5, width: .percent(share(duration)), height: 7)
    }
    let width: Coordinate = share(active) < 1 ? .pixels(3) : .percent(share(active))
    out.append("<rect class=\"")
    out.append(role.fill)
    out.append("\"")
    out.append(attribute: " width=\"", width)
    out.append(" height=\"8\"/></svg>")
  }

  private func share(_ length: Double) -> Double { most > 0 ? length / most * 100 : 0 }
}

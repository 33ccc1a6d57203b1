import HTML

/// The labels of a scale, in the head of its column.
public struct RangeAxis: Chart {
  public struct Label: Equatable, Sendable {
    /// In percent.
    public var place: Double
    public var text: String
    /// Left out where there is little room.
    public var isMinor: Bool

    public init(place: Double, text: String, isMinor: Bool = false) {
      self.place = place
      self.text = text
      self.isMinor = isMinor
    }
  }

  public var labels: [Label]

  /// Labels left to right; one at an edge stays inside it.
  public init(labels: [Label]) { self.labels = labels }

  /// The labels of a scale's ticks.
  public init(_ scale: LogScale) {
    labels = scale.ticks.map { Label(place: scale.percent($0.value), text: $0.label) }
  }
}

extension RangeAxis {
  public func render(into out: inout [UInt8]) {
    out.append("<svg class=\"range-axis\" height=\"14\" aria-hidden=\"true\">")
    for label in labels {
      let anchor: Anchor = label.place < 10 ? .start : label.place > 88 ? .end : .middle
      out.appendText(label.isMinor ? "wide" : "", x: .percent(label.place), y: 11, anchor: anchor, label.text)
    }
    out.append("</svg>")
  }
}

/// Values of one kind, one for each place along the chart's axis.
public struct PlotSeries: Equatable, Sendable {
  public var name: String
  public var style: PlotStyle
  /// Nil where there is nothing to say: a gap, not a zero.
  public var values: [Double?]
  /// Told to a pointer that rests on a mark: one for each value.
  public var titles: [String]

  public init(name: String, style: PlotStyle, values: [Double?], titles: [String]) {
    self.name = name
    self.style = style
    self.values = values
    self.titles = titles
  }
}

/// An axis of values.
public struct PlotAxis: Sendable {
  public enum Scale: String, CaseIterable, Sendable { case linear, log }

  public var scale: Scale
  /// Steps of a count are whole numbers.
  public var isWhole: Bool
  /// Where the marks stand, if not at nice numbers: lengths of time have nice numbers of their own. Least first.
  public var marks: [Double]?
  /// Writes a value of the axis.
  public var label: @Sendable (Double) -> String

  public init(
    scale: Scale = .linear, isWhole: Bool = false, marks: [Double]? = nil, label: @escaping @Sendable (Double) -> String
  ) {
    self.scale = scale
    self.isWhole = isWhole
    self.marks = marks
    self.label = label
  }
}

/// A line across the chart and a word at it.
public struct PlotNote: Equatable, Sendable {
  /// Along the axis of places, in percent.
  public var place: Double
  public var text: String

  public init(place: Double, text: String) {
    self.place = place
    self.text = text
  }
}

/// A mark of the axis of places.
public struct PlotTick: Equatable, Sendable {
  /// In percent.
  public var place: Double
  public var label: String
  /// Stays where there is little room.
  public var isMajor: Bool

  public init(place: Double, label: String, isMajor: Bool = true) {
    self.place = place
    self.label = label
    self.isMajor = isMajor
  }
}

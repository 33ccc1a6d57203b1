import Charts
import Diagnostics
import Time
import YAML

/// What an author's chart asks for.
struct ChartSpec: Sendable {
  enum Kind: String, CaseIterable, Sendable { case bar, line, area, histogram, heat, flow, strips, lanes, spark }

  /// A line at a place of the axis, and its words.
  struct Note: Sendable {
    var at: String
    var text: String
    var place: Place
  }

  var kind: Kind
  var source: FigureSource
  var title: LiveText?
  var description: LiveText?
  var note: LiveText?
  /// The columns by the chart's own keys: `x`, `series`, `value`, `label`, `from_column`, `p10` …
  var columns: [String: String] = [:]
  var y: [String] = []
  var isStacked = false
  var isHorizontal = false
  var scale = PlotAxis.Scale.linear
  var format: FigureFormat?
  var notes: [Note] = []
  var role: Role?
  /// By series.
  var roles: [(series: String, role: Role)] = []
  var top: Int?
  var bins: Int?
  /// The author's own edges of bins, ascending; the last bin has no end.
  var edges: [Double] = []
}

extension ChartSpec.Kind {
  /// The keys that fit it, besides those of every chart.
  var keys: [String] {
    switch self {
    case .bar: ["x", "y", "series", "stacked", "grouped", "horizontal", "scale", "format", "notes", "roles", "top"]
    case .line: ["x", "y", "series", "scale", "format", "notes", "roles", "top"]
    case .area: ["x", "y", "series", "stacked", "scale", "format", "notes", "roles", "top"]
    case .histogram: ["value", "bins", "x", "y", "format"]
    case .heat: ["x", "y", "value", "format"]
    case .flow: ["from_column", "to_column", "value", "format", "roles"]
    case .strips: ["label", "value", "p10", "p25", "p50", "p75", "p90", "format", "top"]
    case .lanes: []
    case .spark: ["x", "y", "format"]
    }
  }

  static let commonKeys = ["type"] + FigureReader.sourceKeys + ["title", "description", "note", "role"]
  static let allKeys =
    commonKeys + [
      "x", "y", "series", "stacked", "grouped", "horizontal", "scale", "format", "notes", "roles", "top", "value",
      "bins", "from_column", "to_column", "label", "p10", "p25", "p50", "p75", "p90",
    ]

  /// What a lanes chart's rows have.
  static let laneColumns = ["kind", "started_at", "ended_at"]
  static let percentiles = ["p10", "p25", "p50", "p75", "p90"]

  /// Whether it is drawn over an axis of places.
  var isPlot: Bool { [.bar, .line, .area].contains(self) }
}

extension ChartSpec.Kind {
  /// Whether the picture counts rows and shows none of them.
  var bins: Bool { self == .histogram || self == .strips }
}

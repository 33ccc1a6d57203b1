import HTML

/// The names of lines at their right ends, pushed apart where they would meet, each joined to its line's last value.
struct LineNames {
  struct Name: Equatable {
    var text: String
    var style: PlotStyle
    /// Where its line ends, in pixels.
    var end: Double
    /// Where it stands: the middle of its letters.
    var y: Double
  }

  /// Top to bottom.
  private(set) var all: [Name] = []

  /// - Parameter room: from the highest to the lowest place of a name.
  init(_ ends: [(text: String, style: PlotStyle, y: Double)], room: ClosedRange<Double>) {
    let known = ends.enumerated().filter { !$0.element.text.isEmpty }
      .sorted { ($0.element.y, $0.offset) < ($1.element.y, $1.offset) }
    all = known.map { Name(text: $0.element.text, style: $0.element.style, end: $0.element.y, y: $0.element.y) }
    let lead = min(LineNames.lead, (room.upperBound - room.lowerBound) / Double(max(1, all.count - 1)))
    var least = room.lowerBound
    for index in all.indices {
      all[index].y = max(all[index].y, least)
      least = all[index].y + lead
    }
    var most = room.upperBound
    for index in all.indices.reversed() {
      all[index].y = min(all[index].y, most)
      most = all[index].y - lead
    }
  }
}

extension LineNames {
  static var lead: Double { 15 }
  static var longest: Int { 16 }

  func append(to out: inout [UInt8]) {
    guard !all.isEmpty else { return }
    out.append("<g class=\"names\"><svg x=\"100%\" y=\"0\" overflow=\"visible\">")
    for name in all {
      out.append("<path class=\"line ")
      out.append(name.style.stroke)
      out.append("\" d=\"M2 ")
      out.append(tenths: name.end)
      out.append("L9 ")
      out.append(tenths: name.y)
      out.append("h3\"/>")
    }
    out.append("</svg>")
    for name in all {
      out.appendCutText("lab", x: .percent(100), dx: 16, y: name.y + 4, name.text, to: LineNames.longest)
    }
    out.append("</g>")
  }
}

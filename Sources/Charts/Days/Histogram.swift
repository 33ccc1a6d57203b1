import HTML

/// Bars of counts over bins, each with its number above and its bin below.
public struct Histogram: Chart {
  public struct Bin: Equatable, Sendable {
    public var count: Int
    /// The count as it is printed.
    public var number: String
    public var label: String
    public var title: String
    /// Where the bin begins. If all bins say it, it is printed at their left edges in place of labels that have no room.
    public var edge: String?

    public init(count: Int, number: String, label: String, title: String, edge: String? = nil) {
      self.count = count
      self.number = number
      self.label = label
      self.title = title
      self.edge = edge
    }
  }

  public var caption: Caption
  public var role: Role
  public var bins: [Bin]

  public init(caption: Caption, role: Role, bins: [Bin]) {
    self.caption = caption
    self.role = role
    self.bins = bins
  }
}

extension Histogram {
  public func render(into out: inout [UInt8]) {
    out.openChart("chart chart--flush", height: 128, caption)
    let (numbers, labels) = (levels(\.number), levels(\.label))
    let most = Double(max(1, bins.map(\.count).max() ?? 0))
    for (index, bin) in bins.enumerated() {
      append(bin, at: index, height: 78 * Double(max(bin.count, 0)) / most, numbers[index], to: &out)
    }
    out.append("<g class=\"grid\">")
    out.appendLine("base", x1: .pixels(0), x2: .percent(100), y1: 104.5, y2: 104.5)
    out.append("</g><g class=\"axis\">")
    let edges = bins.compactMap(\.edge)
    if edges.count == bins.count, !bins.isEmpty {
      append(edges, to: &out)
    } else {
      for (index, bin) in bins.enumerated() {
        guard let classes = labels[index].label(isQuiet: true) else { continue }
        out.appendText(classes, x: .percent(middle(index)), y: 121, anchor: .middle, bin.label)
      }
    }
    out.append("</g></svg>")
  }
}

extension Histogram {
  private var slot: Double { 100 / Double(max(bins.count, 1)) }
  private func middle(_ index: Int) -> Double { (Double(index) + 0.5) * slot }

  /// A few bins fit beside other pictures as they are; of many, every second label stays, or fewer.
  private func levels(_ text: KeyPath<Bin, String>) -> [PlotThinning.Level] {
    guard bins.count > 12 else { return bins.map { _ in .everywhere } }
    let labels = bins.enumerated().map { (place: middle($0.offset), text: $0.element[keyPath: text]) }
    return PlotThinning(labels, PlotMargins(left: [])).levels
  }

  /// The bins' labels where all of them have room, else where each begins.
  private func append(_ edges: [String], to out: inout [UInt8]) {
    // Beside a side column on a large screen, where labels of class `odd` are shown, a picture is 616 pixels or wider.
    let hasRoom = bins.allSatisfy { PlotText.width($0.label) + 6 <= slot / 100 * 616 }
    for (index, bin) in bins.enumerated() where hasRoom {
      out.appendText("odd", x: .percent(middle(index)), y: 121, anchor: .middle, bin.label)
    }
    let places = edges.indices.map { (place: Double($0) * slot, text: edges[$0]) }
    for (index, level) in PlotThinning(places, PlotMargins(left: [])).levels.enumerated() {
      guard level == .everywhere || !hasRoom && level != .nowhere else { continue }
      let x = Coordinate.percent(places[index].place)
      let classes: StaticString = hasRoom ? "less" : level.label(isQuiet: true) ?? ""
      out.appendText(classes, x: x, y: 121, anchor: index == 0 ? .start : .middle, edges[index])
    }
  }

  private func append(
    _ bin: Bin, at index: Int, height: Double, _ level: PlotThinning.Level, to out: inout [UInt8]
  ) {
    out.append("<g>")
    out.appendTitle(bin.title)
    if height > 0 {
      let left = (Double(index) + 0.06) * slot
      out.appendRect(
        role.fill, x: .percent(left), y: 104 - height, width: .percent(slot * 0.88), height: max(height, 0.5))
    }
    if let classes = level.number {
      out.appendText(classes, x: .percent(middle(index)), y: 99 - height, anchor: .middle, bin.number)
    }
    out.append("</g>")
  }
}

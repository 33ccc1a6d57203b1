import HTML

/// The names of bands and, in a line below, of the groups that begin at them.
struct BandAxis {
  private let bands: [BarChart.Band]
  private let slots: BarSlots
  private let margins: PlotMargins

  init(_ bands: [BarChart.Band], _ slots: BarSlots, _ margins: PlotMargins) {
    self.bands = bands
    self.slots = slots
    self.margins = margins
  }

  var hasGroups: Bool { bands.contains { $0.group != nil } }

  func append(base: Double, to out: inout [UInt8]) {
    out.append("<g class=\"axis\">")
    let labels = bands.enumerated()
      .map { (place: (Double($0.offset) + 0.5) * slots.slot, text: PlotText.cut($0.element.label, to: 24)) }
    for (index, level) in PlotThinning(labels, margins).levels.enumerated() {
      guard let name = classes(of: bands[index], level) else { continue }
      out.appendCutText(
        name, x: .percent(labels[index].place), y: base + 18, anchor: .middle, bands[index].label, to: 24)
    }
    appendGroups(y: base + 36, to: &out)
    out.append("</g>")
  }
}

extension BandAxis {
  /// Where groups are named, the bands go from narrow pages.
  private func classes(of band: BarChart.Band, _ level: PlotThinning.Level) -> StaticString? {
    guard hasGroups, level != .nowhere else { return level.label(isQuiet: band.isQuiet) }
    switch (band.isQuiet, level == .wide) {
    case (true, true): return "we odd"
    case (true, false): return "we"
    case (false, true): return "wd odd"
    case (false, false): return "wd"
    }
  }

  private func appendGroups(y: Double, to out: inout [UInt8]) {
    let groups = bands.indices.compactMap { index in
      bands[index].group.map { (place: slots.left(index, 0), text: PlotText.cut($0, to: 24)) }
    }
    for (group, level) in zip(groups, PlotThinning(groups, margins).levels) {
      let isLast = { (pixels: Double) in
        (1 - group.place / 100) * max(80, pixels - margins.extra) + 10 < PlotText.width(group.text)
      }
      let name: StaticString
      switch level {
      case .everywhere: name = isLast(270) ? "major wide" : "major"
      case .medium: name = isLast(400) ? "major odd" : "major wide"
      case .wide: name = "major odd"
      case .nowhere: continue
      }
      guard !isLast(560) else { continue }
      out.appendText(name, x: .percent(group.place), y: y, group.text)
    }
  }
}

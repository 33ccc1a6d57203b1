import HTML

/// The names of bands and, in a line below, of the groups that begin at them.
struct BandAxis {
  private let bands: [BarChart.Band]
  private let slots: BarSlots

  init(_ bands: [BarChart.Band], _ slots: BarSlots) {
    self.bands = bands
    self.slots = slots
  }

  var hasGroups: Bool { bands.contains { $0.group != nil } }

  func append(base: Double, to out: inout [UInt8]) {
    out.append("<g class=\"axis\">")
    let labels = bands.indices.map { (place: slots.middle($0, 0), text: bands[$0].label) }
      .map { (place: $0.place, text: PlotText.cut($0.text, to: 24)) }
    for (index, level) in PlotThinning(labels).levels.enumerated() {
      guard let name = classes(of: bands[index], level) else { continue }
      let middle = (Double(index) + 0.5) * slots.slot
      out.appendCutText(name, x: .percent(middle), y: base + 18, anchor: .middle, bands[index].label, to: 24)
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
    for (group, level) in zip(groups, PlotThinning(groups).levels) {
      let width = Double(PlotText.letters(group.text)) * 6.96
      let isLast = { (pixels: Double) in group.place / 100 * pixels + width > pixels + 10 }
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

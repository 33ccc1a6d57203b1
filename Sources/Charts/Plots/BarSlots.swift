/// Where upright bars stand, in percent: slots of equal width, the bars of a band side by side in the middle of its own.
struct BarSlots {
  let bands: Int
  let lanes: Int

  init(bands: Int, lanes: Int) {
    self.bands = max(1, bands)
    self.lanes = max(1, lanes)
  }
}

extension BarSlots {
  var slot: Double { 100 / Double(bands) }

  /// A few bands do not fill the picture with walls, and many have no room to lose.
  var group: Double {
    let share = bands > 120 ? 0.9 : lanes > 1 ? 0.8 : 0.7
    return min(slot * share, 10 * max(1, 0.5 * Double(lanes)))
  }

  var bar: Double { lanes > 1 ? group / Double(lanes) * 0.92 : group }
  func left(_ band: Int, _ lane: Int) -> Double { middle(band, lane) - bar / 2 }

  func middle(_ band: Int, _ lane: Int = 0) -> Double {
    let start = (Double(band) + 0.5) * slot - group / 2
    return start + (Double(lane) + 0.5) * group / Double(lanes)
  }

  /// Whether a dash has room in the place of a bar, on any screen.
  var isRoomy: Bool { group / Double(lanes) > 2.5 }
}

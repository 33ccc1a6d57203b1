import HTML

/// The hours and days below the lanes.
extension LanePicture {
  /// - Parameter strokes: is given the hours' ticks, as a path in hundredths of a percent.
  func appendAxis(to out: inout [UInt8], strokes: inout [UInt8]) {
    var days = LaneDates(self)
    out.append("<g class=\"l-hours\">")
    for (index, piece) in axis.pieces.enumerated() {
      let hours = LaneHours(
        piece, hourWidth: piece.width / 100 * width / (piece.length / Double(Int64.hour)), offset: clock.offset)
      days.append(piece.first, until: 100)
      let end = index + 1 < axis.pieces.count ? axis.pieces[index + 1].left : 100
      for midnight in hours.midnights where midnight > piece.first { days.append(midnight, until: end) }
      append(hours, to: &out, &strokes)
      if !hours.ticks.contains(where: \.isLabelled), hours.midnights.isEmpty {
        appendHour(clock.hour(piece.first), axis.x(piece.first), to: &out, &strokes)
      }
    }
    out.append("</g><g class=\"l-days\">")
    out.append(contentsOf: days.markup)
    out.append("</g>")
  }

  private func append(_ hours: LaneHours, to out: inout [UInt8], _ strokes: inout [UInt8]) {
    var free = 0.0
    for tick in hours.ticks {
      let x = axis.x(tick.instant)
      if tick.isLabelled {
        let text = clock.hour(tick.instant)
        let half = share(of: text) / 2
        if max(x - half, min(x, edge)) >= free {
          appendHour(text, x, isOdd: tick.isOdd, to: &out, &strokes)
          free = x < edge ? x + 2 * half : x + half
          continue
        }
      }
      strokes.append(stroke: x, "v3")
    }
  }

  /// In percent: nearer to the picture's edge than this, a label stands beside its tick.
  private var edge: Double { 16 / width * 100 }

  private func appendHour(
    _ text: String, _ x: Double, isOdd: Bool = false, to out: inout [UInt8], _ strokes: inout [UInt8]
  ) {
    let anchor: Anchor = x > 100 - edge ? .end : x < edge ? .start : .middle
    strokes.append(stroke: x, "v5")
    out.appendText(isOdd ? "odd" : "", x: .percent(x), anchor: anchor, inherited: .middle, text)
  }
}

/// Writes the days, left to right, each only where it does not meet the one before it.
private struct LaneDates {
  private(set) var markup: [UInt8] = []
  private let picture: LanePicture
  private var last = ""
  private var right = -1.0

  init(_ picture: LanePicture) { self.picture = picture }

  /// A day begins, or a piece does. `until` is where the room for it ends, in percent; at the picture's edge it moves to
  /// the left instead.
  mutating func append(_ instant: Int64, until: Double) {
    let text = picture.clock.date(instant)
    let width = picture.share(of: text)
    let x = picture.axis.x(instant)
    let isLast = until == 100 && x + width > 100
    let left = isLast ? 100 - width : x
    guard text != last, left > right, left + width <= until + 0.01 else { return }
    markup.appendText(x: .percent(isLast ? 100 : x), anchor: isLast ? .end : .start, inherited: .start, text)
    last = text
    right = left + width + 0.8
  }
}

import HTML

/// An upright picture of values: the words of its notes on top, then the values between a grid, then the labels.
struct PlotFrame {
  static let plot = 178.0

  let scale: PlotScale
  let margins: PlotMargins
  let notes: PlotNoteRows
  /// The y of the axis' end and of its beginning, in pixels.
  let top: Double
  let base: Double
  /// With the labels below.
  let height: Double

  /// - Parameters:
  ///   - hasPeak: whether a word stands above the highest mark.
  ///   - labels: the height of the labels below.
  init(_ scale: PlotScale, _ margins: PlotMargins, notes: [PlotNote], hasPeak: Bool, labels: Double) {
    self.scale = scale
    self.margins = margins
    self.notes = PlotNoteRows(notes, margins)
    top = 14 + self.notes.height + (hasPeak ? 8 : 0)
    base = top + PlotFrame.plot
    height = base + labels
  }
}

extension PlotFrame {
  /// In pixels; nil where the axis has no place for the value.
  func y(_ value: Double) -> Double? { scale.share(value).map { base - $0 * (base - top) } }

  /// Where bars and areas begin.
  var zero: Double { scale.zero.map { base - $0 * (base - top) } ?? base }

  func appendGrid(_ axis: PlotAxis, to out: inout [UInt8]) {
    out.append("<g class=\"grid\">")
    for mark in scale.marks {
      guard let y = y(mark).map({ $0 + 0.5 }) else { continue }
      out.appendLine(mark == 0 ? "base" : "", x1: .pixels(0), x2: .percent(100), y1: y, y2: y)
      out.appendCutText(x: .pixels(-10), y: y + 4, anchor: .end, axis.label(mark), to: 16)
    }
    out.append("</g>")
  }

  /// Stands above the highest mark: nothing is higher.
  func appendPeak(_ text: String?, at place: Double, y: Double, to out: inout [UInt8]) {
    guard let text = text.map({ PlotText.cut($0, to: 36) }) else { return }
    let width = PlotText.noteWidth(text) / margins.narrowest * 100
    let half = width / 2
    let anchor: Anchor = place < half ? .start : place > 100 - half ? .end : .middle
    let x = PlotFrame.held(place, anchor, width)
    out.appendText("note", x: .percent(x), y: y - 6, anchor: anchor, text)
  }

  /// A place from which a text of that width stays in the picture.
  private static func held(_ place: Double, _ anchor: Anchor, _ width: Double) -> Double {
    switch anchor {
    case .start: max(0, min(place, 100 - width))
    case .middle: place
    case .end: min(100, max(place, width))
    }
  }
}

import HTML

/// One conversation on a strip as long as its window: its bar, with its sessions and contacts inside. It stands in a link
/// that says the same.
public struct OutlineStrip: Chart {
  public struct Bar: Equatable, Sendable {
    /// Milliseconds from the conversation's start.
    public var start: Int64
    public var end: Int64
    /// What is solid of it; the rest is outlined.
    public var activeFrom: Int64
    public var activeTo: Int64
    public var isContact: Bool

    public init(start: Int64, end: Int64, activeFrom: Int64, activeTo: Int64, isContact: Bool) {
      self.start = start
      self.end = end
      self.activeFrom = activeFrom
      self.activeTo = activeTo
      self.isContact = isContact
    }
  }

  /// In milliseconds.
  public var length: Int64
  /// How long the whole strip is, in milliseconds: the window, or the conversation if that was longer.
  public var window: Int64
  public var bars: [Bar]

  public init(length: Int64, window: Int64, bars: [Bar]) {
    self.length = length
    self.window = window
    self.bars = bars
  }
}

extension OutlineStrip {
  public func render(into out: inout [UInt8]) {
    out.append("<svg class=strip aria-hidden=true>")
    appendPart("l-conv", 0, length, height: 15, to: &out)
    for bar in bars {
      let wait: StaticString = bar.isContact ? "w-team" : "w-ai"
      if bar.start < bar.activeFrom { appendPart(wait, bar.start, bar.activeFrom, height: 7, to: &out) }
      if bar.activeTo < bar.end { appendPart(wait, bar.activeTo, bar.end, height: 7, to: &out) }
      guard bar.activeFrom <= bar.activeTo else { continue }
      appendPart(bar.isContact ? "f-team" : "f-ai", bar.activeFrom, bar.activeTo, height: 8, to: &out)
    }
    out.append("</svg>")
  }
}

extension OutlineStrip {
  /// In percent: room for the outline at both ends, and the least width of a mark.
  private static var edge: Double { 0.55 }
  private static var least: Double { 0.8 }

  private func x(_ instant: Int64) -> Double {
    let share = Double(instant) / Double(max(window, length, 1))
    return OutlineStrip.edge + (100 - 2 * OutlineStrip.edge) * min(1, max(0, share))
  }

  /// How high a part lies is said by the style sheet.
  private func appendPart(
    _ classes: StaticString, _ from: Int64, _ to: Int64, height: Double, to out: inout [UInt8]
  ) {
    let width = max(OutlineStrip.least, x(to) - x(from))
    let left = min(x(from), 100 - OutlineStrip.edge - width)
    out.appendRect(classes, x: .percent(left), width: .percent(width), height: height)
  }
}

import HTML

/// One stacked bar a day, from the first day to the last, with the total of an earlier day as a haloed dash.
public struct BarsPerDay: Chart {
  /// One day's counts and texts.
  public struct Day: Equatable, Sendable {
    /// In the order of the chart's roles, bottom first.
    public var values: [Int]
    /// The total of the day that it is compared with.
    public var previous: Int?
    /// The day's short name, printed below its bar.
    public var label: String
    /// The week's name, on the day on which a week begins.
    public var week: String?
    public var isWeekend: Bool
    /// The data end before the day does; its bar is outlined.
    public var isUnfinished: Bool
    /// Says all of the day's numbers.
    public var title: String

    public init(
      values: [Int], previous: Int? = nil, label: String, week: String? = nil, isWeekend: Bool = false,
      isUnfinished: Bool = false, title: String
    ) {
      self.values = values
      self.previous = previous
      self.label = label
      self.week = week
      self.isWeekend = isWeekend
      self.isUnfinished = isUnfinished
      self.title = title
    }
  }

  /// The one note written into the chart.
  public struct Peak: Equatable, Sendable {
    public var day: Int
    public var text: String

    public init(day: Int, text: String) {
      self.day = day
      self.text = text
    }
  }

  public var caption: Caption
  public var roles: [Role]
  public var days: [Day]
  public var peak: Peak?
  /// In pixels, with the two lines of labels.
  public var height: Double
  /// Writes a number of the axis.
  public var axisLabel: @Sendable (Int) -> String

  public init(
    caption: Caption, roles: [Role], days: [Day], peak: Peak? = nil, height: Double = 232,
    axisLabel: @escaping @Sendable (Int) -> String = { String($0) }
  ) {
    self.caption = caption
    self.roles = roles
    self.days = days
    self.peak = peak
    self.height = height
    self.axisLabel = axisLabel
  }
}

extension BarsPerDay {
  public func render(into out: inout [UInt8]) {
    let scale = NiceScale(upTo: days.map(\.most).max() ?? 0, wholeNumbers: true)
    let plot = BarPlot(top: 14, base: height - 40, most: scale.top, slots: max(days.count, BarPlot.fewest))
    out.openChart("chart ser", height: height, caption)
    appendGrid(scale, plot, to: &out)
    appendBars(plot, to: &out)
    appendAxis(plot, to: &out)
    appendPeak(plot, to: &out)
    out.append("</svg>")
  }
}

extension BarsPerDay.Day {
  fileprivate var total: Double { values.reduce(0) { $0 + Double(max($1, 0)) } }
  fileprivate var most: Double { max(total, Double(previous ?? 0)) }
}

extension BarsPerDay {
  private func appendGrid(_ scale: NiceScale, _ plot: BarPlot, to out: inout [UInt8]) {
    out.append("<g class=\"grid\">")
    for mark in scale.marks {
      let y = plot.y(mark) + 0.5
      out.appendLine(mark == 0 ? "base" : "", x1: .pixels(0), x2: .percent(100), y1: y, y2: y)
      out.appendText(x: .pixels(-10), y: y + 4, anchor: .end, axisLabel(Int(mark)))
    }
    out.append("</g>")
  }

  private func appendBars(_ plot: BarPlot, to out: inout [UInt8]) {
    out.append("<g class=\"bars\">")
    for (index, day) in days.enumerated() {
      out.append(day.isUnfinished ? "<g class=\"unfinished\">" : "<g>")
      out.appendTitle(day.title)
      appendStack(day, x: .percent(plot.left(index)), plot, to: &out)
      if let previous = day.previous {
        let width = Coordinate.percent(plot.slot * 0.9)
        out.appendRect("was", x: .percent(plot.dash(index)), y: plot.y(Double(previous)) - 1, width: width, height: 2)
      }
      out.append("</g>")
    }
    out.append("</g>")
  }

  private func appendStack(_ day: Day, x: Coordinate, _ plot: BarPlot, to out: inout [UInt8]) {
    var below = 0.0
    for (value, role) in zip(day.values, roles) where value > 0 {
      let top = plot.y(below + Double(value))
      let gap = below > 0 ? 1.0 : 0
      let height = max(0.5, plot.y(below) - top - gap)
      out.appendRect(role.fill, x: x, y: top, width: .percent(plot.barWidth), height: height)
      below += Double(value)
    }
  }

  private func appendAxis(_ plot: BarPlot, to out: inout [UInt8]) {
    let every = (days.count + 30) / 31
    var weeks = BarWeeks(plot, areMany: days.count { $0.week != nil } > 5)
    out.append("<g class=\"axis\">")
    for (index, day) in days.enumerated() {
      if let name = day.week { weeks.append(name, at: index, y: height - 4, to: &out) }
      guard index % every == 0 else { continue }
      out.appendText(
        day.isWeekend ? "we" : "wd", x: .percent(plot.middle(index)), y: height - 22, anchor: .middle, day.label)
    }
    out.append("</g>")
  }

  /// Stands beside the top of its bar, on the side where it stays in the picture, and above whatever is in its way.
  private func appendPeak(_ plot: BarPlot, to out: inout [UInt8]) {
    guard let peak, days.indices.contains(peak.day) else { return }
    let isLeft = plot.middle(peak.day) > 75
    let reach = Int((Double(peak.text.count) / plot.slot).rounded(.up))
    let covered = isLeft ? peak.day - reach..<peak.day : peak.day + 1..<peak.day + reach + 1
    let inTheWay = covered.clamped(to: 0..<days.count).map { plot.y(days[$0].most) }.min() ?? plot.base
    let y = max(10, min(plot.y(days[peak.day].total) + 9, inTheWay - 5))
    let x = isLeft ? plot.left(peak.day) - 1.25 : plot.right(peak.day) + 1.25
    out.appendText("note", x: .percent(x), y: y, anchor: isLeft ? .end : .start, peak.text)
  }
}

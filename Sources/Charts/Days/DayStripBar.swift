import HTML

/// The bar above a day's number in the strip of days that leads from page to page. The link says its number.
public struct DayStripBar: Chart {
  public var value: Int
  /// The value of the tallest bar in the strip.
  public var most: Int

  public init(value: Int, most: Int) {
    self.value = value
    self.most = most
  }
}

extension DayStripBar {
  public func render(into out: inout [UInt8]) {
    out.append("<svg aria-hidden=\"true\">")
    if value > 0 {
      let height = max(1, DayStripBar.height * min(1, Double(value) / Double(max(most, 1))))
      out.append("<rect x=\"12%\" width=\"76%\"")
      out.append(attribute: " y=\"", .pixels(DayStripBar.height - height))
      out.append(attribute: " height=\"", .pixels(height))
      out.append("/>")
    }
    out.append("</svg>")
  }

  private static var height: Double { 40 }
}

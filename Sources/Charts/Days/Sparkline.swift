import HTML

/// A small curve under a figure: the period, and the one before as a thin grey line, on one scale from the least to the
/// most of both.
public struct Sparkline: Chart {
  public var title: String
  /// Its colour; ink if none.
  public var role: Role?
  /// A value a day; a day without one breaks the line.
  public var current: [Double?]
  public var previous: [Double?]
  /// In pixels: 44 under a headline figure, 28 under a second-rank one.
  public var height: Double

  public init(title: String, role: Role? = nil, current: [Double?], previous: [Double?] = [], height: Double = 44) {
    self.title = title
    self.role = role
    self.current = current
    self.previous = previous
    self.height = height
  }
}

extension Sparkline {
  public func render(into out: inout [UInt8]) {
    out.append("<svg class=\"spark")
    if let role {
      out.append(" ")
      out.append(role.key)
    }
    out.append("\" viewBox=\"0 0 100 ")
    out.append(number: height)
    out.append("\" preserveAspectRatio=\"none\" role=\"img\">")
    out.appendTitle(title)
    appendCurve("prev", previous, to: &out)
    appendCurve("line", current, to: &out)
    appendDot(to: &out)
    out.append("</svg>")
  }
}

extension Sparkline {
  private func appendCurve(_ name: StaticString, _ values: [Double?], to out: inout [UInt8]) {
    guard values.contains(where: { $0?.isFinite ?? false }) else { return }
    out.append("<path class=\"")
    out.append(name)
    out.append("\" d=\"")
    for index in values.indices { appendPoint(index, of: values, to: &out) }
    out.append("\"/>")
  }

  private func appendPoint(_ index: Int, of values: [Double?], to out: inout [UInt8]) {
    guard let value = value(index, of: values) else { return }
    let isFirst = self.value(index - 1, of: values) == nil
    let isAlone = isFirst && self.value(index + 1, of: values) == nil
    out.append(isFirst ? "M" : "L")
    out.append(tenths: isAlone ? min(99, max(0, x(index) - 0.5)) : x(index))
    out.append(" ")
    out.append(tenths: y(value))
    if isAlone { out.append("h1") }
  }

  private func appendDot(to out: inout [UInt8]) {
    guard let last = current.indices.last(where: { value($0, of: current) != nil }),
      let value = value(last, of: current)
    else { return }
    out.append("<path class=\"dot\" d=\"M")
    out.append(tenths: x(last))
    out.append(" ")
    out.append(tenths: y(value))
    out.append("h0\"/>")
  }

  private func value(_ index: Int, of values: [Double?]) -> Double? {
    guard values.indices.contains(index), let value = values[index], value.isFinite else { return nil }
    return value
  }

  private func x(_ index: Int) -> Double {
    let last = max(current.count, previous.count) - 1
    return last > 0 ? Double(index) / Double(last) * 100 : 100
  }

  private func y(_ value: Double) -> Double {
    let values = (current + previous).compactMap(\.self).filter(\.isFinite)
    guard let least = values.min(), let most = values.max(), most > least else { return height / 2 }
    return 3 + (height - 6) * (most / 2 - value / 2) / (most / 2 - least / 2)
  }
}

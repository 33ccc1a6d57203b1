import Charts
import HTML

/// A golden on several lines: the lines without their indentation, joined.
func joined(_ lines: String) -> String {
  lines.split(separator: "\n").map { String($0.drop { $0 == " " }) }.joined()
}

/// The values of an attribute, as they are written.
func values(of attribute: String, in svg: String) -> [String] {
  svg.split(separator: " \(attribute)=\"", omittingEmptySubsequences: false).dropFirst()
    .map { String($0.prefix { $0 != "\"" }) }
}

/// Every number in an attribute that measures, percentages among them.
func measures(in svg: String) -> [String] {
  ["x", "x1", "x2", "y", "y1", "y2", "dx", "width", "height"].flatMap { values(of: $0, in: svg) }
}

/// What has to hold for every chart: finite short numbers, percentages within the picture, no styles, marks that are
/// closed.
func faults(of svg: String) -> [String] {
  var faults = measures(in: svg).filter { !isShort($0) }
  for word in ["style=", "NaN", "nan", "inf", "\"-0\"", "\"-0%\""] where svg.contains(word) { faults.append(word) }
  for tag in ["svg", "g", "text", "tspan", "title", "a"] {
    let opened = svg.split(separator: "<\(tag)", omittingEmptySubsequences: false).dropFirst()
      .count { " >".contains($0.first ?? "-") }
    let closed = svg.split(separator: "</\(tag)>", omittingEmptySubsequences: false).count - 1
    if opened != closed { faults.append("<\(tag)> \(opened), </\(tag)> \(closed)") }
  }
  return faults
}

private func isShort(_ text: String) -> Bool {
  let digits = text.hasSuffix("%") ? text.dropLast() : text[...]
  guard let number = Double(digits), !(text.hasSuffix("%") && !(0...100).contains(number)) else { return false }
  let parts = digits.split(separator: ".")
  return parts.count == 1 || (parts.count == 2 && parts[1].count <= 2 && parts[1].last != "0")
}

/// A small generator, so that a seed always gives the same data.
struct Dice {
  private var state: UInt64
  init(seed: UInt64) { state = seed &* 2_862_933_555_777_941_757 &+ 3_037_000_493 }

  mutating func roll(_ range: Range<Int>) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return range.lowerBound + Int((state >> 33) % UInt64(range.count))
  }
}

func caption(_ id: String = "x") -> Caption { Caption(id: id, title: "T", description: "D") }

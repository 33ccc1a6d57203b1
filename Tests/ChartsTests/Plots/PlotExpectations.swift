@testable import Charts

/// An element of a picture that stands for itself: `<rect …/>`.
struct Mark {
  let text: String

  func value(_ name: String) -> String? { values(of: name, in: text).first }
  /// In percent or pixels, as it is written.
  func number(_ name: String) -> Double? {
    value(name).flatMap { Double($0.hasSuffix("%") ? String($0.dropLast()) : $0) }
  }
}

/// The elements of one name, in order.
func marks(_ tag: String, in svg: String) -> [Mark] {
  svg.split(separator: "<\(tag) ", omittingEmptySubsequences: false).dropFirst()
    .map { Mark(text: " " + $0.prefix { $0 != ">" }) }
}

/// A printed text and the box that it takes in a picture of that width, by the estimate of 0.58 em a letter.
struct Printed: CustomStringConvertible {
  let text: String
  let left: Double
  let right: Double
  let baseline: Double
  let classes: String

  var description: String { "\(text) at \(left)–\(right), \(baseline)" }

  func meets(_ other: Printed) -> Bool {
    abs(baseline - other.baseline) < 11 && left < other.right - 0.01 && other.left < right - 0.01
  }
}

/// The texts that a picture of that width shows, without those that the style sheet hides there.
func printed(in svg: String, width: Double, hiding: [String]) -> [Printed] {
  svg.split(separator: "<text ", omittingEmptySubsequences: false).dropFirst().compactMap { piece in
    let mark = Mark(text: " " + piece.prefix { $0 != ">" })
    let classes = mark.value("class") ?? ""
    guard !classes.split(separator: " ").contains(where: { hiding.contains(String($0)) }) else { return nil }
    let content = piece.split(separator: "</text>")[0].split(separator: "</title>").last ?? ""
    let text = content.drop { $0 != ">" }.isEmpty ? String(content) : String(content.drop { $0 != ">" }.dropFirst())
    let share = mark.value("x")?.hasSuffix("%") == true ? width / 100 : 1
    let x = (mark.number("x") ?? 0) * share + (mark.number("dx") ?? 0)
    let size = 0.58 * 12 * Double(PlotText.letters(text))
    let before = mark.value("text-anchor") == "end" ? size : mark.value("text-anchor") == "middle" ? size / 2 : 0
    return Printed(
      text: text, left: x - before, right: x - before + size, baseline: mark.number("y") ?? 0, classes: classes)
  }
}

/// What is hidden in each layout, by the width of a picture with room for short numbers at its left.
let layouts: [(width: Double, hiding: [String])] = [
  (800, []), (570, []), (410, ["odd"]), (300, ["odd", "wide"]), (270, ["odd", "wide"]),
]

/// Texts that meet one another, or leave the picture, in any layout.
func collisions(of svg: String, margin: Double = 0) -> [String] {
  layouts.flatMap { layout -> [String] in
    let width = max(80, layout.width - margin)
    let texts = printed(in: svg, width: width, hiding: layout.hiding)
    let outside = texts.filter { $0.right > width + margin + 12 || $0.left < -150 }.map { "outside \(width): \($0)" }
    let meeting = texts.enumerated().flatMap { index, one in
      texts.dropFirst(index + 1).filter { one.meets($0) }.map { "\(width): \(one) meets \($0)" }
    }
    return outside + meeting
  }
}

func series(_ name: String, _ style: PlotStyle, _ values: [Double?]) -> PlotSeries {
  PlotSeries(
    name: name, style: style, values: values, titles: values.map { ($0?.isFinite ?? false) ? "\($0 ?? 0)" : "no value" }
  )
}

func series(_ name: String, _ values: [Double?]) -> PlotSeries { series(name, PlotStyle(.ai), values) }

func plainAxis(_ scale: PlotAxis.Scale = .linear, isWhole: Bool = false) -> PlotAxis {
  PlotAxis(scale: scale, isWhole: isWhole) { $0 == $0.rounded() ? String(Int($0)) : String($0) }
}

extension Dice {
  /// Values as people have them, and as nobody has.
  mutating func value(below zero: Bool) -> Double? {
    switch roll(0..<12) {
    case 0: nil
    case 1: 0
    case 2: .nan
    case 3: .infinity
    case 4: Double(roll(0..<100)) / 1000
    default: Double(roll(zero ? -500..<500 : 0..<1000))
    }
  }

  mutating func values(_ count: Int, below zero: Bool = false) -> [Double?] {
    (0..<count).map { _ in value(below: zero) }
  }
}

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Where values stand along their axis, and where its marks are. A linear axis always holds zero; a logarithmic one
/// has no place for zero, nor for what is below.
struct PlotScale {
  let isLog: Bool
  private(set) var least = 0.0
  private(set) var most = 1.0
  /// Least first, within the axis.
  private(set) var marks: [Double] = []

  /// The smallest axis with nice ends that holds all the values.
  init(_ axis: PlotAxis, holding values: [Double]) {
    isLog = axis.scale == .log
    let known = values.compactMap(PlotScale.drawable)
    let marks = axis.marks?.compactMap(PlotScale.drawable)
    if isLog {
      setLog(known.filter { $0 > 0 }, marks?.filter { $0 > 0 }, isWhole: axis.isWhole)
    } else if let marks, marks.contains(where: { $0 > 0 }), !known.contains(where: { $0 < 0 }) {
      set(marks.filter { $0 > 0 }, most: known.max() ?? 0)
    } else {
      setLinear(least: min(known.min() ?? 0, 0), most: max(known.max() ?? 0, 0), isWhole: axis.isWhole)
    }
  }
}

extension PlotScale {
  /// A value that can be drawn at all; numbers beyond any scale stand at its end.
  static func drawable(_ value: Double?) -> Double? {
    guard let value, value.isFinite else { return nil }
    return min(1e18, max(-1e18, value))
  }

  /// A value's part of the axis, 0 at its beginning and 1 at its end; nil if the axis has no place for it.
  func share(_ value: Double) -> Double? {
    guard value.isFinite, !isLog || value > 0 else { return nil }
    let share = isLog ? log(value / least) / log(most / least) : (value - least) / (most - least)
    return min(1, max(0, share))
  }

  /// Where bars and areas begin. A logarithmic axis has none.
  var zero: Double? { isLog ? nil : share(0) }

  /// What is written at the marks.
  func labels(_ axis: PlotAxis) -> [String] { marks.map { PlotText.cut(axis.label($0), to: 16) } }

  /// The mark from which every second one stays where there is little room.
  var firstMark: Int { marks.firstIndex(of: 0) ?? 0 }
}

extension PlotScale {
  private mutating func setLinear(least low: Double, most high: Double, isWhole: Bool) {
    guard low < 0 else {
      let scale = NiceScale(upTo: high, wholeNumbers: isWhole)
      (marks, least, most) = (scale.marks, 0, scale.top)
      return
    }
    let step = NiceScale(upTo: high - low, wholeNumbers: isWhole).step
    let first = (low / step).rounded(.down)
    let last = (high / step).rounded(.up)
    marks = stride(from: first, through: last, by: 1).map { $0 * step }
    (least, most) = (first * step, last * step)
  }

  /// Marks that somebody chose, from zero to the first that holds the largest value.
  private mutating func set(_ chosen: [Double], most high: Double) {
    let end = chosen.first { $0 >= high } ?? high
    marks = [0] + chosen.filter { $0 <= end }
    most = end
    thin(to: 7)
  }

  private mutating func setLog(_ values: [Double], _ chosen: [Double]?, isWhole: Bool) {
    guard let low = values.min(), let high = values.max() else {
      (least, most) = (1, 10)
      return
    }
    let candidates = (chosen?.isEmpty == false ? chosen : nil) ?? PlotScale.roundNumbers(low, high)
    let from = candidates.last { $0 <= low } ?? low
    let to = candidates.first { $0 >= high && $0 > from } ?? max(high, from * 10)
    (least, most) = (from, to)
    marks = candidates.filter { (from...to).contains($0) }
    thin(to: 7)
  }

  /// 1, 2 and 5 of each power of ten, or the powers alone where there are many.
  private static func roundNumbers(_ low: Double, _ high: Double) -> [Double] {
    let powers = (Int(log10(low).rounded(.down)) - 1)...(Int(log10(high).rounded(.up)) + 1)
    let factors: [Double] = high / low > 100 ? [1] : [1, 2, 5]
    return powers.flatMap { power in factors.map { $0 * pow(10, Double(power)) } }
  }

  private mutating func thin(to count: Int) {
    let every = (marks.count + count - 1) / max(count, 1)
    guard every > 1 else { return }
    marks = marks.enumerated().filter { $0.offset % every == 0 }.map(\.element)
  }
}

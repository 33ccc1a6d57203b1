import Charts
import Time

/// What a chart of places and series is drawn from.
struct PlotData {
  enum Axis: Equatable {
    /// Names, in the rows' order.
    case bands
    /// Days, weeks or months, with those between that have no row.
    case days(CalendarUnit)
    /// Hours of the day or days of the week, all of them.
    case cycle
    case instants
  }

  struct Place {
    /// As the data names it.
    var key: String
    /// As readers see it, in full.
    var label: String
    var days: Period?
    var instant: Instant?
    var isUnfinished = false
    /// Whether there is a row for it at all.
    var hasRow = true
  }

  struct Series {
    var name: String
    var title: String
    var format: FigureFormat
    /// By place; nil is a gap, never a zero.
    var values: [Double?]
    /// As they are printed.
    var texts: [String]
  }

  var axis: Axis
  /// What the places are.
  var title: String
  var places: [Place]
  var series: [Series]
  /// Sentences about what is not drawn.
  var notes: [String] = []
}

extension PlotData {
  var format: FigureFormat { series.first?.format ?? .number }

  /// Whether values of one place can be added up.
  var areCounts: Bool { series.allSatisfy { $0.format == .count } }

  func sum(at place: Int) -> Double { series.compactMap { $0.values[place] }.reduce(0, +) }

  /// The place and series with the highest value, of equals the first along the axis; of lines, the first series'.
  func peak(bySeries: Bool = false) -> (place: Int, series: Int, value: Double)? {
    var best: (place: Int, series: Int, value: Double)?
    for (index, series) in series.enumerated() {
      for (place, value) in series.values.enumerated() {
        guard let value else { continue }
        guard let known = best, value <= known.value else {
          best = (place, index, value)
          continue
        }
        if value == known.value, !bySeries, place < known.place { best = (place, index, value) }
      }
    }
    return best
  }

  /// The place with the highest sum, the first of equals.
  var tallest: (place: Int, value: Double)? {
    var best: (place: Int, value: Double)?
    for place in places.indices where series.contains(where: { $0.values[place] != nil }) {
      let sum = sum(at: place)
      if sum > best?.value ?? -.infinity { best = (place, sum) }
    }
    return best
  }
}

/// What a bar chart draws: a bar, a dot or a missing value each, with the values that it reaches between.
struct BarMarks {
  enum Kind: Equatable {
    case bar, zero, missing, dot
    /// Parts of a stack that have no height: a pointer is told.
    case unseen
  }

  struct Mark: Equatable {
    var kind: Kind
    var band: Int
    /// Whose colour it has.
    var series: Int
    /// Its place among the bars that stand side by side in a band.
    var lane: Int
    var from = 0.0
    var to = 0.0
    var title: String
  }

  /// How many bars stand side by side in a band.
  let lanes: Int
  private(set) var all: [Mark] = []

  init(_ chart: BarChart) {
    let isStacked = chart.arrangement == .stacked
    lanes = isStacked ? 1 : max(1, chart.series.count)
    for band in chart.bands.indices {
      if chart.axis.scale == .log {
        addDots(band, chart.series, isStacked: isStacked)
      } else if isStacked {
        addStack(band, chart.series)
      } else {
        addGroup(band, chart.series)
      }
    }
  }
}

extension BarMarks {
  /// Every value that the axis has to hold.
  var values: [Double] {
    all.filter { $0.kind != .missing && $0.kind != .unseen }.flatMap { $0.kind == .dot ? [$0.to] : [$0.from, $0.to] }
  }

  /// The mark that reaches highest.
  var highest: Mark? { all.filter { $0.kind == .bar || $0.kind == .dot }.max { $0.to < $1.to } }
}

extension BarMarks {
  /// What is more than zero goes up, what is less goes down, and nothing is left out of the sum but what is not known.
  private mutating func addStack(_ band: Int, _ series: [PlotSeries]) {
    var (up, down) = (0.0, 0.0)
    var isZero = false
    let before = all.count
    for (index, one) in series.enumerated() {
      guard let value = one.value(band) else { continue }
      isZero = isZero || value == 0
      guard value != 0 else { continue }
      let from = value > 0 ? up : down
      all.append(
        Mark(kind: .bar, band: band, series: index, lane: 0, from: from, to: from + value, title: one.title(band)))
      if value > 0 { up += value } else { down += value }
    }
    let unseen = series.filter { ($0.value(band) ?? 0) == 0 }.map { $0.title(band) }.filter { !$0.isEmpty }
    guard all.count == before || !unseen.isEmpty, !series.isEmpty else { return }
    let kind: Kind = all.count > before ? .unseen : isZero ? .zero : .missing
    all.insert(
      Mark(kind: kind, band: band, series: 0, lane: 0, title: unseen.joined(separator: "\n")), at: before)
  }

  private mutating func addGroup(_ band: Int, _ series: [PlotSeries]) {
    for (index, one) in series.enumerated() {
      let value = one.value(band)
      let kind: Kind = value == nil ? .missing : value == 0 ? .zero : .bar
      all.append(
        Mark(kind: kind, band: band, series: index, lane: index, to: value ?? 0, title: one.title(band)))
    }
  }

  /// On a logarithmic axis the length of a bar would say nothing, and sums have no place: a dot a value.
  private mutating func addDots(_ band: Int, _ series: [PlotSeries], isStacked: Bool) {
    for (index, one) in series.enumerated() {
      let value = one.value(band)
      let isKnown = (value ?? 0) > 0
      let lane = isStacked ? 0 : index
      guard isKnown || !isStacked else { continue }
      all.append(
        Mark(
          kind: isKnown ? .dot : .missing, band: band, series: index, lane: lane, to: value ?? 0,
          title: one.title(band)))
    }
  }
}

extension PlotSeries {
  /// The value at a place; nil if none is known.
  func value(_ index: Int) -> Double? { values.indices.contains(index) ? PlotScale.drawable(values[index]) : nil }

  func title(_ index: Int) -> String { titles.indices.contains(index) ? titles[index] : "" }
}

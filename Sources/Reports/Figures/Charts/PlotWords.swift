import Charts
import Diagnostics
import Time

/// What a chart of places and series says in words: made from its data.
struct PlotWords {
  let data: PlotData
  let isStacked: Bool
  /// Of equal peaks the first series' is named, as a picture of lines does.
  var peakBySeries = false
  let context: ReportContext
}

extension PlotWords {
  private var words: Phrasing { Phrasing(context: context) }

  /// `Most: Tuesday 14:00, 212. First …, last …`
  var description: String {
    guard isStacked || data.series.count == 1 else {
      return data.series.map { series(series: $0) }.joined(separator: " ")
    }
    var sentences: [String] = []
    if let peak { sentences.append(words.fill("figures.say.peak", ["x": peak.x, "value": peak.value])) }
    if case .days = data.axis { sentences.append(ends) }
    if data.areCounts, let total { sentences.append(words.fill("figures.say.total", ["value": total])) }
    return sentences.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// `212, Tuesday 14:00`
  var peakLabel: String? {
    peak.map { words.fill("figures.say.peak_label", ["x": $0.x, "value": $0.value]) }
  }

  /// Told to a pointer.
  func title(_ series: PlotData.Series, _ place: Int) -> String {
    let at = data.places[place]
    guard at.hasRow else { return words.fill("figures.say.no_row", ["x": at.label]) }
    let text = words.fill(
      data.series.count == 1 ? "figures.say.point" : "figures.say.point_of",
      ["x": at.label, "series": series.title, "value": series.texts[place]])
    return at.isUnfinished ? text + context.words["figures.say.unfinished"] : text
  }

  /// That the last stretch of time is not over, and that some have no row.
  var notes: [String] {
    var notes = data.notes
    if let place = data.places.first(where: \.isUnfinished) {
      notes.append(
        words.fill("figures.unfinished.chart", ["x": place.label, "as_of": context.moment(context.asOf)]))
    }
    let gaps = data.places.count { !$0.hasRow }
    if gaps > 0 { notes.append(context.words.count("figures.gaps", gaps)) }
    return notes
  }
}

extension PlotWords {
  private struct Phrasing {
    let context: ReportContext

    func fill(_ key: String, _ values: KeyValuePairs<String, String>) -> String { context.words.fill(key, values) }
  }

  private var peak: (x: String, value: String)? {
    if isStacked, data.series.count > 1 {
      return data.tallest.map { (data.places[$0.place].label, context.text($0.value, data.format)) }
    }
    return data.peak(bySeries: peakBySeries).map {
      (data.places[$0.place].label, data.series[$0.series].texts[$0.place])
    }
  }

  private var total: String? {
    guard data.areCounts, data.places.count > 1 else { return nil }
    return context.text(data.places.indices.map { data.sum(at: $0) }.reduce(0, +), .count)
  }

  /// Of one series, or of the sums.
  private var ends: String {
    let known = data.places.indices.filter { place in data.series.contains { $0.values[place] != nil } }
    guard let first = known.first, let last = known.last, first != last else { return "" }
    func text(_ place: Int) -> String {
      data.series.count == 1 ? data.series[0].texts[place] : context.text(data.sum(at: place), data.format)
    }
    return words.fill(
      "figures.say.ends",
      [
        "first_x": data.places[first].label, "first": text(first), "last_x": data.places[last].label,
        "last": text(last),
      ])
  }

  private func series(series: PlotData.Series) -> String {
    let known = series.values.indices.filter { series.values[$0] != nil }
    guard let first = known.first, let last = known.last else {
      return words.fill("figures.say.series_none", ["series": series.title])
    }
    let peak = known.max { (series.values[$0] ?? 0, $1) < (series.values[$1] ?? 0, $0) } ?? first
    return words.fill(
      "figures.say.series",
      [
        "series": series.title, "x": data.places[peak].label, "value": series.texts[peak],
        "first": series.texts[first], "last": series.texts[last],
      ])
  }
}

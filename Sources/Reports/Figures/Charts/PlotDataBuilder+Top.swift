import Diagnostics

/// The largest few, the rest as one.
extension PlotDataBuilder {
  func cut(_ data: inout PlotData) throws(Diagnostics) {
    if spec.columns["series"] != nil {
      // How many there are is the data's matter, not the author's, so more than can be told apart are no error.
      cutSeries(&data, min(spec.top ?? PlotStyles.most - 1, PlotStyles.most - 1))
    } else if let top = spec.top, data.axis == .bands {
      cutPlaces(&data, top)
    }
    guard data.series.count <= PlotStyles.most else {
      throw desk.fail(
        "found \(data.series.count) series, expected at most \(PlotStyles.most)",
        help: "leave some out, or draw a second chart")
    }
  }

  /// By their sums; those that stay keep their order.
  private func cutSeries(_ data: inout PlotData, _ top: Int) {
    guard data.series.count > top + 1 else { return }
    let sums = data.series.map { $0.values.compactMap(\.self).reduce(0, +) }
    let order = data.series.indices.sorted { (sums[$1], $0) < (sums[$0], $1) }
    let kept = order.prefix(top).sorted()
    let rest = order.dropFirst(top).sorted()
    let others = data.areCounts ? others(rest.map { data.series[$0] }) : nil
    if others == nil { data.notes.append(desk.context.words.count("figures.left_out", rest.count)) }
    data.series = kept.map { data.series[$0] } + (others.map { [$0] } ?? [])
  }

  private func others(_ series: [PlotData.Series]) -> PlotData.Series {
    var others = series[0]
    others.name = ""
    others.title = desk.context.words.count("figures.others", series.count)
    for place in others.values.indices {
      let values = series.compactMap { $0.values[place] }
      others.values[place] = values.isEmpty ? nil : values.reduce(0, +)
      others.texts[place] =
        others.values[place].map { desk.context.text($0, others.format) } ?? desk.context.words["table.missing"]
    }
    return others
  }

  /// The rows' order says which are first.
  private func cutPlaces(_ data: inout PlotData, _ top: Int) {
    let count = data.places.count
    guard count > top + 1 else { return }
    let canSum = data.areCounts && rows.query != nil
    if !canSum { data.notes.append(desk.context.words.count("figures.left_out", count - top)) }
    for index in data.series.indices {
      let rest = data.series[index].values[top...].compactMap(\.self).reduce(0, +)
      data.series[index].values.removeSubrange(top...)
      data.series[index].texts.removeSubrange(top...)
      guard canSum else { continue }
      data.series[index].values.append(rest)
      data.series[index].texts.append(desk.context.text(rest, data.series[index].format))
    }
    data.places.removeSubrange(top...)
    if canSum {
      let label = desk.context.words.count("figures.others", count - top)
      data.places.append(PlotData.Place(key: "", label: label))
    }
  }
}

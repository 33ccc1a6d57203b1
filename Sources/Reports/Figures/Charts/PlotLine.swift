import Charts
import Time

/// Where the values of a line stand: by their time where they have one, else at equal distances.
struct PlotLine {
  let data: PlotData
  let context: ReportContext
}

extension PlotLine {
  private var span: ClosedRange<Instant>? {
    guard let first = data.places.first?.instant, let last = data.places.last?.instant, first < last else {
      return nil
    }
    return first...last
  }

  /// In percent.
  var places: [Double] {
    guard let span else {
      let last = data.places.count - 1
      return data.places.indices.map { last > 0 ? Double($0) / Double(last) * 100 : 50 }
    }
    return data.places.map { $0.instant.map { percent($0, span) } ?? 0 }
  }

  var ticks: [PlotTick] {
    guard let span else { return named }
    var least = TimeTicks.Step.hours(1)
    if case .days(let unit) = data.axis { least = unit == .day ? .days(1) : unit == .week ? .weeks(1) : .months(1) }
    return TimeTicks(span, zone: context.zone, least: least).ticks(context.words).map {
      PlotTick(place: percent($0.instant, span), label: $0.label, isMajor: $0.isMajor)
    }
  }

  private var named: [PlotTick] {
    let every = max(1, (data.places.count + 11) / 12)
    return zip(data.places, places).enumerated().filter { $0.offset % every == 0 }.map { index, place in
      PlotTick(place: place.1, label: place.0.label, isMajor: index / every % 2 == 0)
    }
  }

  /// Of a day, an instant or a name; nil off the axis.
  func place(of text: String) -> Double? {
    if let span, let instant = PlotAxisReader.day(text).map(context.zone.start) ?? Instant(text) {
      return span.contains(instant) ? percent(instant, span) : nil
    }
    return zip(data.places, places).first { $0.0.key == text || $0.0.label == text }?.1
  }

  private func percent(_ instant: Instant, _ span: ClosedRange<Instant>) -> Double {
    let whole = (span.upperBound - span.lowerBound).milliseconds
    return Double((instant - span.lowerBound).milliseconds) / Double(whole) * 100
  }
}

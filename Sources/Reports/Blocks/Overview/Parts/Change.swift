import Time

/// How a figure differs from the period before: `+9.1%` `from 1,956`.
struct Change: Sendable, Equatable {
  /// With its sign; empty where nothing can be said.
  var delta: String
  var base: String
}

extension ReportContext {
  /// Of a count, in percent; from nothing, as it is.
  func change(from before: Int, to now: Int) -> Change {
    change(words.change(from: before, to: now) ?? words.signedNumber(now - before), from: words.number(before))
  }

  /// Of a share, in points.
  func change(from before: (Int, of: Int), to now: (Int, of: Int)) -> Change {
    let points = words.points(from: before, to: now).map { words.fill("overview.change.points", ["n": $0]) }
    return change(points ?? "", from: words.percent(before.0, of: before.of))
  }

  /// Of a length of time, as a length: of two that are cut to the same unit, between the cut ones, so that a reader
  /// who subtracts what is shown comes to the same.
  func change(from before: Length?, to now: Length?) -> Change {
    guard let before, let now else { return change("", from: before.map(words.length)) }
    let unit = words.lengthUnit(now)
    let change = unit == words.lengthUnit(before) ? now.cut(to: unit) - before.cut(to: unit) : now - before
    let size = Length(milliseconds: Int64(change.milliseconds.magnitude))
    let sign = words.signedNumber(change.milliseconds < 0 ? -1 : 1).dropLast()
    let isNothing = size.milliseconds < 1000
    return self.change((isNothing ? "" : String(sign)) + words.length(size), from: words.length(before))
  }

  private func change(_ delta: String, from before: String?) -> Change {
    guard comparison.hasBefore else { return Change(delta: "", base: words["overview.change.none"]) }
    let base = words.fill("overview.change.from", ["before": before ?? words["table.missing"]])
    return Change(delta: before == nil ? "" : delta, base: base)
  }
}

extension Length {
  /// Down to a whole number of units.
  fileprivate func cut(to unit: Length) -> Length {
    Length(milliseconds: milliseconds - milliseconds % unit.milliseconds)
  }
}

import Time

extension Period {
  /// From the first instant of the first day to the first instant after the last day, by the clock of a zone: a day
  /// may have 23 or 25 hours.
  public func instants(in zone: Zone) -> Range<Instant> {
    let start = zone.start(of: first)
    return start..<max(start, zone.start(of: last.advanced(by: 1)))
  }
}

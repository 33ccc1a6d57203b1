extension EventIDs {
  /// The order of `guide/rules.md`: instant, rank, id as bytes. Equal ids leave the order of the records.
  @inline(__always)
  func precedes(_ a: Event, _ b: Event) -> Bool {
    if a.milliseconds != b.milliseconds { return a.milliseconds < b.milliseconds }
    let (x, y) = (a.kind.rank(by: a.actor), b.kind.rank(by: b.actor))
    if x != y { return x < y }
    return idPrecedes(a, b)
  }

  private func idPrecedes(_ a: Event, _ b: Event) -> Bool {
    if a.suffix != .none || b.suffix != .none { return suffixedPrecedes(a, b) }
    let order = withRecordID(a) { a in withRecordID(b) { b in ByteOrder.compare(a, b) } }
    return order == 0 ? a.record < b.record : order < 0
  }

  private func suffixedPrecedes(_ a: Event, _ b: Event) -> Bool {
    var (x, y): ([UInt8], [UInt8]) = ([], [])
    append(a, to: &x)
    append(b, to: &y)
    return x == y ? a.record < b.record : x.lexicographicallyPrecedes(y)
  }
}

extension FigureRows {
  /// Stable; what has no value is last either way.
  mutating func sort(by column: String, descending: Bool) {
    let index = index(column)
    let order = rows.enumerated().sorted { a, b in
      let (x, y) = (a.element.values[index], b.element.values[index])
      if x.isNothing || y.isNothing { return x.isNothing == y.isNothing ? a.offset < b.offset : y.isNothing }
      if x == y { return a.offset < b.offset }
      switch FigureOrder.compare(x, y) {
      case 0: return a.offset < b.offset
      case let order: return descending ? order > 0 : order < 0
      }
    }
    rows = order.map(\.element)
  }
}

/// Numbers before texts, numbers by value, texts by their scalars: the same everywhere.
enum FigureOrder {
  static func compare(_ a: FigureValue, _ b: FigureValue) -> Int {
    switch (a.number, b.number) {
    case (let x?, let y?): x < y ? -1 : x > y ? 1 : 0
    case (nil, nil): compare(a.plain, b.plain)
    case (_?, nil): -1
    case (nil, _?): 1
    }
  }

  private static func compare(_ a: String, _ b: String) -> Int {
    if a.unicodeScalars.elementsEqual(b.unicodeScalars) { return 0 }
    return a.unicodeScalars.lexicographicallyPrecedes(b.unicodeScalars) ? -1 : 1
  }
}

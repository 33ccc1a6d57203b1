/// The customers' index cut into pages.
struct CustomerPages {
  private let context: ReportContext
  let order: CustomerOrder
  /// Of places in the order, a page each.
  let ranges: [Range<Int>]

  init(_ context: ReportContext) {
    let order = context.customerOrder.get { CustomerOrder(context) }
    self.context = context
    self.order = order
    ranges = TableParts.ranges(order.count, most: context.settings.customersPerPage)
  }
}

extension CustomerPages {
  /// `customers/index.html`, `customers/2.html`, …
  static func address(_ part: Int) -> String { "customers/\(part == 0 ? "index" : "\(part + 1)").html" }

  /// `Hal–Hol`: how the first and the last name of some pages begin.
  func name(_ pages: ClosedRange<Int>) -> String {
    guard let first = ranges[pages.lowerBound].first, let last = ranges[pages.upperBound].last else { return "" }
    let (from, to) = (start(ofNameAt: first), start(ofNameAt: last))
    return from == to ? from : from + "–" + to
  }

  /// A page's entries.
  func entries(_ part: Int) -> [CustomerOrder.Entry] {
    ranges.indices.contains(part) ? ranges[part].map { order.entry(at: $0, context) } : []
  }

  /// Its first three characters that show; none that would steer the text around them.
  private func start(ofNameAt place: Int) -> String {
    let shown = context.shownName(order.party(at: place, context)).drop { $0.isWhitespace }.prefix(3)
    let scalars = shown.unicodeScalars.map { scalar in
      let category = scalar.properties.generalCategory
      return category == .control || category == .format ? " " : scalar
    }
    return String(String.UnicodeScalarView(scalars))
  }
}

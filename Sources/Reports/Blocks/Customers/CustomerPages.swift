/// The customers' index cut into pages.
struct CustomerPages {
  let order: CustomerOrder
  /// Of `order.entries`, a page each.
  let ranges: [Range<Int>]

  init(_ context: ReportContext) {
    let order = context.customerOrder.get { CustomerOrder(context) }
    self.order = order
    ranges = TableParts.ranges(order.entries.count, most: context.settings.customersPerPage)
  }
}

extension CustomerPages {
  /// `customers/index.html`, `customers/2.html`, …
  static func address(_ part: Int) -> String { "customers/\(part == 0 ? "index" : "\(part + 1)").html" }

  /// `Hal–Hol`: how the first and the last name of some pages begin.
  func name(_ pages: ClosedRange<Int>) -> String {
    let entries = order.entries
    guard let first = ranges[pages.lowerBound].first, let last = ranges[pages.upperBound].last else { return "" }
    let (from, to) = (start(of: entries[first].name), start(of: entries[last].name))
    return from == to ? from : from + "–" + to
  }

  /// A page's entries.
  func entries(_ part: Int) -> ArraySlice<CustomerOrder.Entry> {
    ranges.indices.contains(part) ? order.entries[ranges[part]] : []
  }

  /// Its first three characters that show; none that would steer the text around them.
  private func start(of name: String) -> String {
    let shown = name.drop { $0.isWhitespace }.prefix(3)
    let scalars = shown.unicodeScalars.map { scalar in
      let category = scalar.properties.generalCategory
      return category == .control || category == .format ? " " : scalar
    }
    return String(String.UnicodeScalarView(scalars))
  }
}

import Time

/// Pages of which there are as many as the data asks for.
public enum PageFamilies {
  /// One page of a family.
  public struct Page: Sendable, Equatable {
    public var address: String
    public var subject: PageScope.Subject
    /// Of a day's page, that day; nil for pages that cover no days of their own.
    public var period: Period?
  }
}

extension PageFamilies {
  /// The days on which Sessions began, in order, on the site's clock.
  public static func days(facts: Facts, zone: Zone) -> [CivilDate] { SessionOrder(facts).days(in: zone) }

  /// The pages of Sessions by day; a day with more rows than a page holds has several.
  public static func sessions(_ context: ReportContext) -> [Page] {
    context.sessionOrder.get { SessionOrder(context.facts) }.days(in: context.zone).flatMap { day in
      let period = Period(first: day, last: day)
      // Where rows are not for the audience, how many there are is not either.
      let parts =
        context.hidesFew
        ? [0..<0] : TableParts.ranges(context.sessionCount(in: period), most: context.settings.rowsPerPage)
      return parts.indices.map { Page(address: address(of: day, part: $0), subject: .day(part: $0), period: period) }
    }
  }

  /// The months in which a Conversation begins or closes, or a Contact ends, in order: each has its own pages.
  public static func months(_ context: ReportContext) -> [Period] {
    context.countedMonths.get { CountedMonths(context.facts, zone: context.zone, until: context.asOf) }.months
  }

  /// The pages of the customers' index.
  public static func customers(_ context: ReportContext) -> [Page] {
    CustomerPages(context).ranges.indices.map {
      Page(address: CustomerPages.address($0), subject: .customers(part: $0), period: nil)
    }
  }

  /// The customers of the index, in its order: positions in the store's parties, and the names that they are shown under.
  public static func customerOrder(_ context: ReportContext) -> [(party: Int, name: String)] {
    let order = CustomerPages(context).order
    return (0..<order.count).map { place in
      let party = order.party(at: place, context)
      return (party, context.names[party])
    }
  }

  /// The first pages of the volumes of the customers' index, or its pages where they are few, each with how its first
  /// and its last name begin: `Hal–Hol`.
  public static func customerNames(_ context: ReportContext) -> [(address: String, names: String)] {
    let pages = CustomerPages(context)
    let spine = Spine.lines(
      count: pages.ranges.count, current: -1, address: CustomerPages.address, name: pages.name)
    return (spine.first ?? []).map { ($0.page, $0.words) }
  }

  /// `sessions/2025-09-18.html`, and `…-2.html` for the day's second page.
  public static func address(of day: CivilDate, part: Int = 0) -> String {
    "sessions/\(day)\(part == 0 ? "" : "-\(part + 1)").html"
  }
}

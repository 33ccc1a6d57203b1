import Pages
import Reports
import Time

/// A page as it will be written: an authored page and what it is about.
struct PageInstance: Sendable {
  var page: Page
  var address: String
  var title: String
  var crumb: PageCrumb?
  var scope: PageScope
}

/// Tells which pages each authored page becomes: itself, one a day, one a month, one a part of the customers.
struct PageExpansion {
  let site: SiteProgram
  let data: SiteData
  let facts: Facts
}

extension PageExpansion {
  /// In the order of pages, then of days, months and parts.
  func instances() -> [PageInstance] {
    site.pages.flatMap { page -> [PageInstance] in
      switch page.front.subject {
      case nil: [alone(page)] + (page.front.months ? months.map { month(page, $0) } : [])
      case .day: days(page)
      case .month: months.map { month(page, $0) }
      case .customers: customers(page)
      case .timeline: []
      }
    }
  }
}

extension PageExpansion {
  /// The days up to the as-of day that the configuration's period covers.
  private var period: Period {
    let last = site.sources.zone.date(data.asOf)
    return Period(first: last.advanced(by: 1 - site.sources.configuration.periodDays), last: last)
  }

  private var months: [Period] {
    var months: [Period] = []
    var day = data.first.monthStart
    while day <= data.last {
      months.append(.month(of: day))
      day = day.nextMonthStart
    }
    return months
  }

  private func alone(_ page: Page) -> PageInstance {
    instance(page, page.address, page.front.layout == .report ? .period : .none, period)
  }

  private func month(_ page: Page, _ month: Period) -> PageInstance {
    let folder = String(month.first.description.prefix(7))
    var instance = instance(page, folder + "/" + page.address, .month, month)
    instance.crumb = crumb(to: page, from: instance, here: site.sources.words.month(month.first))
    return instance
  }

  private func days(_ page: Page) -> [PageInstance] {
    let counts = PageFamilies.dayParts(facts: facts, zone: site.sources.zone, rowsPerPage: ReportSettings().rowsPerPage)
    let parent = site.pages.first { $0.front.subject == nil && page.address.hasPrefix($0.address.dropLast(5) + "/") }
    return counts.flatMap { day, parts in
      (0..<parts).map { part in
        let address = PageFamilies.dayAddress(day, part: part)
        var instance = instance(page, address, .day(part: part), Period(first: day, last: day))
        if let parent { instance.crumb = crumb(to: parent, from: instance, here: site.sources.words.dayLong(day)) }
        return instance
      }
    }
  }

  private func customers(_ page: Page) -> [PageInstance] {
    (0..<PageFamilies.customerParts(store: data.store)).map { part in
      instance(page, PageFamilies.customerAddress(part: part), .customers(part: part), period)
    }
  }

  private func instance(
    _ page: Page, _ address: String, _ subject: PageScope.Subject, _ period: Period
  ) -> PageInstance {
    PageInstance(
      page: page, address: address, title: page.front.title,
      scope: PageScope(address: address, subject: subject, period: period, links: site.links(from: address)))
  }

  private func crumb(to page: Page, from instance: PageInstance, here: String) -> PageCrumb {
    PageCrumb(href: instance.scope.links.address(page.address), label: page.front.title, here: here)
  }
}

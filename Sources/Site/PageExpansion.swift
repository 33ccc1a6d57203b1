import Diagnostics
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
  let context: ReportContext
}

extension PageExpansion {
  /// The days up to the as-of day that the configuration's period covers.
  static func period(of site: SiteProgram, asOf: Instant) -> Period {
    let last = site.sources.zone.date(asOf)
    return Period(first: last.advanced(by: 1 - site.sources.configuration.periodDays), last: last)
  }

  /// In the order of pages, then of days, months and parts.
  func instances() throws(Diagnostics) -> [PageInstance] {
    var instances: [PageInstance] = []
    for page in site.pages {
      switch page.front.subject {
      case nil:
        instances.append(alone(page))
        if page.front.months { for period in months { instances.append(try month(page, period)) } }
      case .month: for period in months { instances.append(try month(page, period)) }
      case .day: instances += try days(page)
      case .customers: instances += try customers(page)
      case .timeline: break
      }
    }
    return instances
  }
}

extension PageExpansion {
  private var period: Period { PageExpansion.period(of: site, asOf: context.asOf) }

  private var months: [Period] { PageFamilies.months(context) }

  private func alone(_ page: Page) -> PageInstance {
    PageInstance(
      page: page, address: page.address, title: page.front.title.fixed,
      scope: PageScope(
        address: page.address, subject: page.front.layout == .report ? .period : .none, period: period,
        links: site.links(from: page.address)))
  }

  private func month(_ page: Page, _ month: Period) throws(Diagnostics) -> PageInstance {
    let folder = String(month.first.description.prefix(7))
    var instance = try instance(page, folder + "/" + page.address, .month, month)
    instance.crumb = crumb(to: page, from: instance, here: site.sources.words.month(month.first))
    return instance
  }

  private func days(_ page: Page) throws(Diagnostics) -> [PageInstance] {
    let parent = site.pages.first { $0.front.subject == nil && page.address.hasPrefix($0.address.dropLast(5) + "/") }
    var instances: [PageInstance] = []
    for part in PageFamilies.sessions(context) {
      var instance = try instance(page, part.address, part.subject, part.period ?? period)
      let here = site.sources.words.dayLong(instance.scope.period.first)
      if let parent { instance.crumb = crumb(to: parent, from: instance, here: here) }
      instances.append(instance)
    }
    return instances
  }

  private func customers(_ page: Page) throws(Diagnostics) -> [PageInstance] {
    var instances: [PageInstance] = []
    for part in PageFamilies.customers(context) {
      instances.append(try instance(page, part.address, part.subject, period))
    }
    return instances
  }

  private func instance(
    _ page: Page, _ address: String, _ subject: PageScope.Subject, _ period: Period
  ) throws(Diagnostics) -> PageInstance {
    PageInstance(
      page: try page.copied(to: address), address: address, title: page.front.title.fixed,
      scope: PageScope(address: address, subject: subject, period: period, links: site.links(from: address)))
  }

  private func crumb(to page: Page, from instance: PageInstance, here: String) -> PageCrumb {
    PageCrumb(href: instance.scope.links.address(page.address), label: page.front.title.fixed, here: here)
  }
}

import Diagnostics
import Pages
import Reports
import SQL
import Time

/// A page as it will be written: an authored page and what it is about.
struct PageInstance: Sendable {
  /// What stands on it.
  enum Body: Sendable {
    case page
    /// The list of a query's pages, which is written for their author.
    case index(PageList)
  }

  var authored: AuthoredPage
  /// The page as it is written at this address.
  var page: Page
  var address: String
  var crumb: PageCrumb?
  var scope: PageScope
  /// The row of `for:` that it is made for, by column.
  var parameters: [String: ResultValue] = [:]
  var body = Body.page
}

/// Tells which pages each authored page becomes: itself, one a day, one a month, one a part of the customers, one a row
/// of a query.
struct PageExpansion {
  let site: SiteProgram
  let context: ReportContext
  let figures: FigureSupply
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
      switch page.page.front.subject {
      case nil where page.each != nil: instances += try rows(page)
      case nil:
        instances.append(alone(page))
        if page.page.front.months { instances += try months(page) }
      case .month: instances += try months(page)
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

  private func alone(_ page: AuthoredPage) -> PageInstance {
    var instance = PageInstance(
      authored: page, page: page.page, address: page.page.address,
      scope: PageScope(
        address: page.page.address, subject: page.page.front.layout == .report ? .period : .none, period: period,
        links: site.links(from: page.page.address)))
    instance.crumb = folder(of: instance)
    return instance
  }

  /// The way to the first page of the folder that a page lies in.
  private func folder(of instance: PageInstance) -> PageCrumb? {
    guard let slash = instance.address.lastIndex(of: "/") else { return nil }
    let address = instance.address[...slash] + "index.html"
    guard instance.address != address, let index = site.pages.first(where: { $0.page.address == address }) else {
      return nil
    }
    var crumb = crumb(to: index, from: instance, here: instance.authored.page.front.title.fixed)
    crumb.isFamily = false
    return crumb
  }

  private func months(_ page: AuthoredPage) throws(Diagnostics) -> [PageInstance] {
    var instances: [PageInstance] = []
    for period in months { instances.append(try month(page, period)) }
    return turned(instances)
  }

  /// Each page with the ways to the nearest ones before and behind it that are about something else.
  private func turned(_ instances: [PageInstance]) -> [PageInstance] {
    var instances = instances
    var firsts: [(here: String, address: String)] = []
    for instance in instances where instance.crumb?.here != firsts.last?.here {
      firsts.append((instance.crumb?.here ?? "", instance.address))
    }
    var place = 0
    for index in instances.indices {
      if instances[index].crumb?.here != firsts[place].here { place += 1 }
      let links = instances[index].scope.links
      let turns = [(place - 1, "layout.earlier"), (place + 1, "layout.later")].map { neighbour, key in
        firsts.indices.contains(neighbour)
          ? PageCrumb.Turn(
            href: links.address(firsts[neighbour].address),
            words: site.sources.words.fill(key, ["page": firsts[neighbour].here])) : nil
      }
      instances[index].crumb?.earlier = turns[0]
      instances[index].crumb?.later = turns[1]
    }
    return instances
  }

  private func month(_ page: AuthoredPage, _ month: Period) throws(Diagnostics) -> PageInstance {
    let folder = String(month.first.description.prefix(7))
    var instance = try instance(page, folder + "/" + page.page.address, .month, month)
    instance.crumb = crumb(to: page, from: instance, here: site.sources.words.month(month.first))
    return instance
  }

  private func days(_ page: AuthoredPage) throws(Diagnostics) -> [PageInstance] {
    let parent = site.pages.first {
      $0.page.front.subject == nil && page.page.address.hasPrefix($0.page.address.dropLast(5) + "/")
    }
    var instances: [PageInstance] = []
    for part in PageFamilies.sessions(context) {
      var instance = try instance(page, part.address, part.subject, part.period ?? period)
      let here = site.sources.words.dayLong(instance.scope.period.first)
      if let parent { instance.crumb = crumb(to: parent, from: instance, here: here) }
      instances.append(instance)
    }
    return turned(instances)
  }

  private func customers(_ page: AuthoredPage) throws(Diagnostics) -> [PageInstance] {
    var instances: [PageInstance] = []
    // How many pages there are would tell how many customers; the first says why there is no list.
    for part in PageFamilies.customers(context).prefix(context.hidesFew ? 1 : .max) {
      instances.append(try instance(page, part.address, part.subject, period))
    }
    return instances
  }

  /// The index of a query's pages, then the pages, in the order of its rows.
  private func rows(_ page: AuthoredPage) throws(Diagnostics) -> [PageInstance] {
    guard let each = page.each else { return [] }
    var index = alone(page)
    index.address = page.page.indexAddress
    index.scope.address = index.address
    index.scope.links = site.links(from: index.address)
    index.crumb = folder(of: index)
    index.crumb?.here = page.indexTitle
    if context.hidesFew, !page.page.front.isSafe {
      index.body = .index(PageList(title: page.indexTitle, columns: [], entries: [], isLeftOut: true))
      return [index]
    }
    let table = try figures.rows(of: each, for: index, context)
    let rows = try PageRows(table, of: page, place: each.place(0)).rows
    var instances: [PageInstance] = []
    var list = PageList(title: page.indexTitle, columns: table.columns, entries: [])
    for (row, values) in zip(rows, table.rows) {
      let instance = try instance(page, row, under: index)
      list.entries.append(.init(title: instance.crumb?.here ?? "", address: row.address, values: values))
      instances.append(instance)
    }
    index.body = .index(list)
    return [index] + instances
  }

  private func instance(
    _ page: AuthoredPage, _ row: PageRow, under index: PageInstance
  ) throws(Diagnostics) -> PageInstance {
    var instance = try instance(page, row.address, index.scope.subject, row.period ?? period)
    instance.parameters = row.parameters
    let title = try figures.title(of: instance, context)
    instance.crumb = PageCrumb(
      href: instance.scope.links.address(index.address), label: page.indexTitle, here: title)
    return instance
  }

  private func instance(
    _ page: AuthoredPage, _ address: String, _ subject: PageScope.Subject, _ period: Period
  ) throws(Diagnostics) -> PageInstance {
    PageInstance(
      authored: page, page: try page.page.copied(to: address), address: address,
      scope: PageScope(address: address, subject: subject, period: period, links: site.links(from: address)))
  }

  private func crumb(to page: AuthoredPage, from instance: PageInstance, here: String) -> PageCrumb {
    PageCrumb(
      href: instance.scope.links.address(page.page.address), label: page.page.front.title.fixed, here: here)
  }
}

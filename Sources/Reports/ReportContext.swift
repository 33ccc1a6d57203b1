import Events
import Grouping
import Privacy
import Templating
import Time
import Wording

/// Everything that a report's block is made from. What differs from page to page is in `page`.
public struct ReportContext: Sendable {
  public var store: EventStore
  public var facts: Facts
  public var rules: RuleSet
  public var asOf: Instant
  public var zone: Zone
  public var words: Words
  public var audience: Audience
  public var templates: TemplateLibrary
  public var settings: ReportSettings
  public var page: PageScope
  public var measures = MeasureBook()
  /// From when to when the data goes; nil without any event by the as-of instant.
  public let span: DataSpan?
  /// Shared by copies of a context.
  let templateCache = TemplateCache()
  /// Worked out from `facts` and `store` once; a context of other facts is a new one.
  let orders = FactOrders()
  let countedMonths = Once<CountedMonths>()
  let sessionOrder = Once<SessionOrder>()
  let customerOrder = Once<CustomerOrder>()
  let customerActivity = Once<CustomerActivity>()
  let shownNames = Once<ShownNames>()
  let daySessions = RecentReports()
  let dayScreens = DayScreens()
  let partyPeople = Once<PartyPeople>()

  public init(
    store: EventStore, facts: Facts, rules: RuleSet, asOf: Instant, zone: Zone, words: Words, audience: Audience,
    templates: TemplateLibrary, settings: ReportSettings, page: PageScope
  ) {
    self.store = store
    self.facts = facts
    self.rules = rules
    self.asOf = asOf
    self.zone = zone
    self.words = words
    self.audience = audience
    self.templates = templates
    self.settings = settings
    self.page = page
    span = DataSpan(store, asOf: asOf)
  }
}

/// What a site's configuration decides for reports.
public struct ReportSettings: Sendable {
  /// Publish the text of messages in the Sessions Detail's second version.
  public var sessionsWithMessages = false
  /// A customer with more events has no page with all of them: none of its events can be linked to by name.
  public var eventsPerTimelinePage = Int.max
  /// Rows on a page before a table is split: so many open in less than 0.3 s (`Tests/Benchmarks/open.py`).
  public var rowsPerPage = 150
  /// Customers on a page of their index.
  public var customersPerPage = 100
  /// How many threads may work at what all pages share.
  public var jobs = 1
  /// How many bytes of a file of rows may lie in memory before they go to a scratch file.
  public var fileBytesInMemory = Int.max
  /// The addresses of the site's pages, timelines aside: what a cell may lead to.
  public var pages: Set<String> = []
  /// The address of the page that explains measures, if there is one.
  public var glossary: String?
  /// Days of the site's period, for pages that cover other days but lead to these.
  public var period: Period?

  public init() {}
}

/// The page that a block stands on.
public struct PageScope: Sendable {
  /// What the page is about.
  public enum Subject: Sendable, Equatable {
    /// The site's period, the one before it as comparison.
    case period
    /// A calendar month; older ones have pages of their own.
    case month
    /// One day's Sessions; a part (from 0) where the day has more rows than a page holds.
    case day(part: Int)
    /// A part (from 0) of the customers' index.
    case customers(part: Int)
    /// A page that covers no span.
    case none
  }

  /// The address below the site's root, e.g. `sessions/2025-09-18.html`.
  public var address: String
  public var subject: Subject
  public var period: Period
  public var links: Links

  public init(address: String, subject: Subject, period: Period, links: Links) {
    self.address = address
    self.subject = subject
    self.period = period
    self.links = links
  }
}

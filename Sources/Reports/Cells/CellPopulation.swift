import Time

/// Units that are counted by one instant of theirs.
enum CellPopulation: Sendable, CaseIterable {
  case conversationsByStart, conversationsByClose, sessionsByStart, contactsByEnd
}

/// Which numbers of a population's days, and of the totals of the site's pages, its audience is not told: the same on
/// every page, so that none gives back what another hides.
struct DayScreen: Sendable {
  let screen: CellScreen
  /// The days that the data covers.
  let days: Period
  /// The periods of pages, and those that they are compared with, as far as the data covers them.
  let sheets: [Period]
}

/// Worked out once for all pages.
struct DayScreens: Sendable {
  private let made = Dictionary(uniqueKeysWithValues: CellPopulation.allCases.map { ($0, Once<DayScreen>()) })

  func screen(_ population: CellPopulation, _ make: () -> DayScreen) -> DayScreen {
    made[population].map { $0.get(make) } ?? make()
  }
}

extension DayScreen {
  /// The row of a day; nil for one that the data does not cover.
  func row(of day: CivilDate) -> Int? { days.index(of: day) }

  /// The totals of a page about a period; nil where no page is about it.
  func sheet(of period: Period) -> Int? { DayScreen.clipped(period, to: days).flatMap { sheets.firstIndex(of: $0) } }

  /// Whether a number of a day is hidden; of a day without data nothing is.
  func hides(_ key: String, on day: CivilDate) -> Bool { row(of: day).map { screen.hides(key, row: $0) } ?? false }

  /// Whether a number of any day of a period is hidden.
  func hidesAny(_ key: String, in period: Period) -> Bool {
    guard let period = DayScreen.clipped(period, to: days) else { return false }
    return (0..<period.days).contains { hides(key, on: period.first.advanced(by: $0)) }
  }

  /// Whether a total is hidden; that of a period of no page is. Of a period without data there is nothing to hide.
  func hidesTotal(_ key: String, of period: Period) -> Bool {
    guard DayScreen.clipped(period, to: days) != nil else { return false }
    return sheet(of: period).map { screen.hidesTotal(key, sheet: $0) } ?? true
  }

  static func clipped(_ period: Period, to days: Period) -> Period? {
    let (first, last) = (max(period.first, days.first), min(period.last, days.last))
    return first <= last ? Period(first: first, last: last) : nil
  }
}

extension ReportContext {
  /// Nil for an audience that is told every number.
  func dayScreen(_ population: CellPopulation) -> DayScreen? {
    guard let least = smallestGroup else { return nil }
    return dayScreens.screen(population) {
      let days = covered
      let parties = self.parties
      let sheets = cellPeriods.compactMap { DayScreen.clipped($0, to: days) }
      let rows = sheets.compactMap { sheet -> Range<Int>? in
        guard let first = days.index(of: sheet.first) else { return nil }
        return first..<first + sheet.days
      }
      func made<Fact: OfParty>(
        _ facts: FactRun<Fact>, _ splits: [CellSplit<Fact>], at instant: (Fact) -> Instant?
      ) -> DayScreen {
        let byDay = byDay(facts, of: days, at: instant)
        let screen = CellScreen(byDay, sheets: rows, splits: splits, least: least) { parties[$0.party] }
        return DayScreen(screen: screen, days: days, sheets: sheets)
      }
      return switch population {
      case .conversationsByStart: made(conversations(startedIn: days), [.paths, .reopens]) { $0.group.startedAt }
      case .conversationsByClose:
        made(conversations(closedIn: days), [.paths, .reopens, .channelCounts, .closers]) { $0.group.closedAt }
      case .sessionsByStart: made(sessions(in: days), [.outcomes]) { $0.group.startedAt }
      case .contactsByEnd: made(contacts(endedIn: days), [.origins, .ends]) { $0.group.endedAt }
      }
    }
  }

  /// Whether the totals of the page's period are for its audience: what other pages hide may follow from them.
  func tells(_ population: CellPopulation) -> Bool {
    guard let screen = dayScreen(population) else { return true }
    guard let sheet = screen.sheet(of: page.period) else { return false }
    return !screen.screen.isLeftOut(sheet: sheet)
  }

  /// The periods that pages are about and compared with, each once.
  private var cellPeriods: [Period] {
    let site = settings.period ?? page.period
    var periods: [Period] = []
    for period in [site, site.before] + PageFamilies.months(self) where !periods.contains(period) {
      periods.append(period)
    }
    return periods
  }

  /// Whose parties are.
  var parties: PartyPeople { partyPeople.get { PartyPeople(store) } }
}

/// A fact of one customer at one brand.
protocol OfParty {
  var party: Int { get }
}

extension ConversationFact: OfParty {}
extension SessionFact: OfParty {}
extension ContactFact: OfParty {}

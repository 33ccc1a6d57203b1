import Diagnostics
import Synchronization
import Time

/// What blocks say of the days that pages were made of lately: a day of many Sessions has many pages, and above their
/// rows all say the same.
final class RecentReports: Sendable {
  private struct Key: Equatable {
    var name: String
    var period: Period
    var root: String
  }

  private typealias Entry = (key: Key, report: Once<Result<Report, Diagnostics>>)

  /// The latest last.
  private let entries = Mutex<[Entry]>([])
  private static let most = 16
}

extension RecentReports {
  /// The report of a block on a page, made once for all pages of the same days in one folder.
  func report(
    _ name: String, _ page: PageScope, make: () throws(Diagnostics) -> Report
  ) throws(Diagnostics) -> Report {
    let key = Key(name: name, period: page.period, root: page.links.root)
    let report = entries.withLock { entries in
      if let known = entries.last(where: { $0.key == key }) { return known.report }
      if entries.count >= RecentReports.most { entries.removeFirst() }
      let report = Once<Result<Report, Diagnostics>>()
      entries.append((key, report))
      return report
    }
    return try report.get { Result { () throws(Diagnostics) in try make() } }.get()
  }
}

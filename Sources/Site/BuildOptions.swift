import Files
import Grouping
import Privacy
import Time

/// What `triptych build` was asked for (`guide/commands.md`).
public struct BuildOptions: Sendable {
  /// The site's folder.
  public var site: String
  /// Replaces the configuration's `data` where it is not empty; relative to the current folder.
  public var data: [String] = []
  /// The published folder; the site's `public` by default.
  public var output: String?
  /// A folder of templates over all others.
  public var templates: String?
  public var rules: [RuleSet.Setting] = []
  /// Whom the site is made for.
  public var audience = AudienceChoice()
  /// What the list of the forgotten was made with, where there is one.
  public var forgetKey: PseudonymKey?
  public var asOf: Instant?
  public var jobs: Int
  public var maxRejected: RejectionLimit?
  /// Replace a folder that is not ours.
  public var force = false
  /// The file that the whole database of the groups is written to.
  public var database: String?
  /// Read every file again, even where its size and time are what they were.
  public var checksContent = false
  /// What may lie in memory.
  public var memory = MemoryBudget.quarterOfMachine

  public init(site: String, jobs: Int) {
    self.site = site
    self.jobs = jobs
  }
}

/// How many records may be rejected before that is an error: a number, or a share of all.
public enum RejectionLimit: Sendable, Equatable {
  case records(Int)
  /// In hundredths of a percent, so that `0.5%` is exact.
  case share(Int)
}

extension RejectionLimit: LosslessStringConvertible {
  /// Reads `100`, `5%` or `0.25%`: digits alone, at most two of them behind the point, at most `100%`.
  public init?(_ text: String) {
    let isShare = text.hasSuffix("%")
    let parts = (isShare ? text.dropLast() : text[...]).split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 1 || isShare && parts.count == 2, let whole = RejectionLimit.digits(parts[0]) else {
      return nil
    }
    guard isShare else {
      self = .records(whole)
      return
    }
    let fraction = parts.count == 2 ? parts[1] : "0"
    guard whole <= 100, fraction.utf8.count <= 2, let hundredths = RejectionLimit.digits(fraction) else { return nil }
    let share = whole * 100 + (fraction.utf8.count == 1 ? hundredths * 10 : hundredths)
    guard share <= 10_000 else { return nil }
    self = .share(share)
  }

  /// The shortest text that reads back as this limit.
  public var description: String {
    switch self {
    case .records(let number): String(number)
    case .share(let share) where share % 100 == 0: "\(share / 100)%"
    case .share(let share) where share % 10 == 0: "\(share / 100).\(share % 100 / 10)%"
    case .share(let share): "\(share / 100).\(share % 100 / 10)\(share % 10)%"
    }
  }

  private static func digits(_ text: Substring) -> Int? {
    text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
  }
}

extension RejectionLimit {
  /// Whether so many rejected of so many records are too many.
  public func isExceeded(rejected: Int, of records: Int) -> Bool {
    switch self {
    case .records(let limit): rejected > limit
    case .share(let limit): rejected * 10_000 > limit * records
    }
  }
}

import Grouping
import Time

/// What `triptych build` was asked for (`formats.md`, "Out: triptych build").
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
  public var asOf: Instant?
  public var jobs: Int
  public var maxRejected: RejectionLimit?
  /// Replace a folder that is not ours.
  public var force = false

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
  /// Reads `100`, `5%` or `0.25%`.
  public init?(_ text: String) {
    if let number = Int(text), number >= 0 {
      self = .records(number)
      return
    }
    guard text.hasSuffix("%") else { return nil }
    let parts = text.dropLast().split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = parts.first.flatMap({ Int($0) }), (0...100).contains(whole) else { return nil }
    let digits = parts.count == 2 ? parts[1] : "0"
    guard (1...2).contains(digits.count), let fraction = Int(digits), fraction >= 0 else { return nil }
    self = .share(whole * 100 + (digits.count == 1 ? fraction * 10 : fraction))
  }

  public var description: String {
    switch self {
    case .records(let number): String(number)
    case .share(let share): "\(share / 100).\(share % 100 / 10)\(share % 10)%"
    }
  }

  /// Whether so many rejected of so many records are too many.
  public func isExceeded(rejected: Int, of records: Int) -> Bool {
    switch self {
    case .records(let limit): rejected > limit
    case .share(let limit): rejected * 10_000 > limit * records
    }
  }
}

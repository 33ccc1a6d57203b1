import Diagnostics
import HTML

extension ReportContext {
  /// Numbers of fewer people than this are not told to the audience; nil where it may see every number.
  var smallestGroup: Int? { audience.policy.smallestGroup }

  /// Whether numbers of few people are hidden from the audience.
  public var hidesFew: Bool { smallestGroup != nil }
}

/// What a block does for an audience that is not told numbers of few people.
enum FewPeople: Sendable {
  /// It says nothing of people: it is the same for all.
  case untold
  /// It hides them itself, by `CellScreen`, where the page's totals of these are told.
  case hidden([CellPopulation])
  /// It tells of single people, or has not been taught to hide any: a note stands in its place.
  case leftOut
}

extension FewPeople {
  /// Whether the block is for an audience that is not told numbers of few people.
  func isTold(_ context: ReportContext) -> Bool {
    switch self {
    case .untold: true
    case .hidden(let populations): populations.allSatisfy { context.tells($0) }
    case .leftOut: false
    }
  }
}

extension ReportContext {
  /// In place of a block that is not for the audience.
  /// - Parameter key: says why, with `{k}`.
  public func leftOut(
    _ key: String = "few.left_out", as placement: Report.Placement = .row
  ) throws(Diagnostics) -> Report {
    let note = sentence(key, ["k": words.number(smallestGroup ?? 0)])
    if placement == .lede { return Report(.lede, body: note) }
    return Report(placement, body: try paragraphs([], notes: [note]))
  }
}

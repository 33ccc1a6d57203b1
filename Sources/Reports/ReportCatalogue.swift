import Diagnostics

/// A kind of block: the fence `report NAME` of an authored page, with options as `key: value` lines.
public struct ReportBlock: Sendable {
  public let name: String
  /// The options that it knows, with what each may be; an unknown one is an error.
  public let options: [String: [String]]
  /// What it does for an audience that is not told numbers of few people.
  let fewPeople: FewPeople
  let run: @Sendable (ReportContext, [String: String]) throws(Diagnostics) -> Report

  /// - Parameter options: by key, the values allowed; empty means any.
  init(
    _ name: String, options: [String: [String]] = [:], fewPeople: FewPeople = .leftOut,
    run: @escaping @Sendable (ReportContext, [String: String]) throws(Diagnostics) -> Report
  ) {
    self.name = name
    self.options = options
    self.fewPeople = fewPeople
    self.run = run
  }
}

/// Every block there is.
public enum ReportCatalogue {
  public static let blocks =
    overviewBlocks + conversationsBlocks + sessionsBlocks + contactsBlocks + customersBlocks + qualityBlocks
    + exampleBlocks + measuresBlocks

  /// Nil if there is none of that name.
  public static func block(named name: String) -> ReportBlock? { blocks.first { $0.name == name } }
}

extension ReportBlock {
  /// The block on a page; a note where it is not for the audience.
  public func report(_ context: ReportContext, options: [String: String]) throws(Diagnostics) -> Report {
    if context.hidesFew, !fewPeople.isTold(context) {
      return try context.leftOut(as: name.hasSuffix("-lede") ? .lede : .row)
    }
    return try run(context, options)
  }
}

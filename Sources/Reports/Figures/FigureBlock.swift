import Diagnostics

/// An author's block, read and checked: a fence `table`, `metric` or `chart` with a YAML body.
public struct FigureBlock: Sendable {
  public enum Kind: String, CaseIterable, Sendable { case table, metric, chart }

  public let kind: Kind
  /// Unique on its page: names its element and its file.
  public let id: String
  public let place: Place
}

extension FigureBlock {
  /// - Parameters:
  ///   - id: the fence's second word, or its kind and number.
  ///   - body: YAML.
  ///   - place: of the fence's first line; the body begins a line below.
  /// - Throws: all that is wrong with it, each with its place.
  public static func read(
    _ kind: Kind, id: String, body: String, place: Place, scope: FigureScope
  ) throws(Diagnostics) -> FigureBlock {
    FigureBlock(kind: kind, id: id, place: place)
  }

  public func report(_ context: ReportContext, _ data: FigureData) throws(Diagnostics) -> Report {
    Report(.row, body: .init())
  }

  /// The measures that it asks for.
  public var measures: [String] { [] }
}

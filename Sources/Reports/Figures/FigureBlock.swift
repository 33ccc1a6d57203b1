import Diagnostics
import YAML

/// An author's block, read and checked: a fence `table`, `metric` or `chart` with a YAML body.
public struct FigureBlock: Sendable {
  public enum Kind: String, CaseIterable, Sendable { case table, metric, chart }

  enum Spec: Sendable {
    case table(TableSpec)
    case metric(MetricSpec)
    case chart(ChartSpec)
  }

  public let kind: Kind
  /// Unique on its page: names its element and its file.
  public let id: String
  public let place: Place
  /// The author says that it tells no number of few people: nothing hides them in it.
  let isSafe: Bool
  let spec: Spec
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
    let root = try YAMLReader.read(body, path: place.path, firstLine: (place.line ?? 0) + 1)
    var reader = FigureReader(kind: kind, place: place, scope: scope)
    let spec = root.flatMap { reader.spec($0) }
    if root == nil { reader.fail(.error("expected `key: value` lines, found nothing", at: place, help: kind.help)) }
    guard let spec, reader.errors.isEmpty else { throw Diagnostics(reader.errors) }
    return FigureBlock(kind: kind, id: id, place: place, isSafe: reader.isSafe, spec: spec)
  }

  /// - Returns: a note for an audience that is not told numbers of few people, unless the author says that it is safe.
  public func report(_ context: ReportContext, _ data: FigureData) throws(Diagnostics) -> Report {
    if context.hidesFew, !isSafe { return try context.leftOut("few.not_safe") }
    let desk = FigureDesk(id: id, place: place, context: context, data: data)
    var report =
      switch spec {
      case .table(let spec): try FigureTable(desk: desk, spec: spec).report()
      case .metric(let spec): try FigureMetrics(desk: desk, spec: spec).report()
      case .chart(let spec): try FigureChart(desk: desk, spec: spec).report()
      }
    report.personal = report.personal || source.isPersonal || words.contains(where: \.isPersonal)
    return report
  }

  /// The measures that it asks for, each once, in order.
  public var measures: [String] {
    var names = source.measures.map(\.name)
    if case .table(let spec) = spec { names += spec.columns.compactMap(\.sparkMeasure) }
    names += words.flatMap(\.measures)
    return names.enumerated().filter { index, name in !names[..<index].contains(name) }.map(\.element)
  }

  /// Its texts that may hold live numbers.
  private var words: [LiveText] {
    let words =
      switch spec {
      case .table(let spec): [spec.title, spec.note]
      case .metric(let spec): [spec.title, spec.note]
      case .chart(let spec): [spec.title, spec.description, spec.note]
      }
    return words.compactMap(\.self)
  }

  private var source: FigureSource {
    switch spec {
    case .table(let spec): spec.source
    case .metric(let spec): spec.source
    case .chart(let spec): spec.source
    }
  }
}

extension FigureBlock.Kind {
  fileprivate var help: String {
    switch self {
    case .table: "write at least `from: QUERY`, or `measures: [NAME]` and `by: day`"
    case .metric: "write at least `measure: NAME`, or `from: QUERY` and `value: COLUMN`"
    case .chart: "write at least `type: bar` and `from: QUERY` with `x:` and `y:`, or `measures: [NAME]` with `by: day`"
    }
  }
}

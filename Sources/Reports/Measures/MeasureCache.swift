import Synchronization

/// Facts that were counted lately, so that a page on which many numbers are about the same days counts them once.
final class MeasureCache: Sendable {
  private struct Entry {
    /// The same for all copies of a context, and another for other facts.
    var facts: Once<SessionOrder>
    var population: MeasurePopulation
    var dimension: MeasureDimension?
    var scope: MeasureScope
    var cells: MeasureCells<MeasureTally>
  }

  /// The latest last.
  private let entries = Mutex<[Entry]>([])
  /// More than a page asks for; the tallies of a period hold values of all its units.
  private static let most = 16
}

extension MeasureCache {
  func cells(
    _ population: MeasurePopulation, by dimension: MeasureDimension?, _ scope: MeasureScope, _ context: ReportContext
  ) -> MeasureCells<MeasureTally> {
    let known = entries.withLock { entries in
      entries.last {
        $0.facts === context.sessionOrder && $0.population == population && $0.dimension == dimension
          && $0.scope == scope
      }
    }
    if let known { return known.cells }
    let cells = population.tallies(MeasureSplit(dimension, scope, context), scope, context)
    entries.withLock { entries in
      if entries.count >= MeasureCache.most { entries.removeFirst() }
      entries.append(
        Entry(
          facts: context.sessionOrder, population: population, dimension: dimension, scope: scope, cells: cells))
    }
    return cells
  }
}

import Files
import Search
import Synchronization

/// The runs of all threads. Each of them may have an open file, so they never become many: so many are merged into one.
final class TermRuns: Sendable {
  private static let many = 48

  private let runs = Mutex<[TermRun]>([])
  private let most: Int
  private let limit: Int

  /// - Parameters:
  ///   - most: how many keys are kept of a term.
  ///   - inMemory: how many bytes of all may lie in memory.
  init(most: Int, inMemory limit: Int) {
    self.most = most
    self.limit = limit
  }
}

extension TermRuns {
  var all: [TermRun] { runs.withLock { $0 } }

  /// Takes over what a table holds, and empties it.
  func take(_ table: inout TermTable) throws(FileError) {
    guard !table.isEmpty else { return }
    let run = TermRun(inMemory: room)
    try table.write(to: run)
    table.removeAll()
    let full = runs.withLock { runs in
      runs.append(run)
      guard runs.count >= TermRuns.many else { return [TermRun]() }
      defer { runs = [] }
      return runs
    }
    guard !full.isEmpty else { return }
    let merged = try TermRun(merging: full, most: most, inMemory: 0)
    runs.withLock { $0.append(merged) }
  }

  private var room: Int { max(0, limit - runs.withLock { $0.reduce(0) { $0 + $1.count } }) }
}

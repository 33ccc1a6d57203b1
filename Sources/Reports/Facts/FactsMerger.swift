import Files
import Synchronization

/// Puts together the facts of chunks that several threads make in any order: each is merged, and let go, as soon as all
/// before it are there.
public final class FactsMerger: Sendable {
  private struct State: Sendable {
    let facts: Facts
    var waiting: [Int: Facts] = [:]
    var next = 0
    var failure: FileError?
  }

  private let state: Mutex<State>

  /// - Parameter limit: how many bytes of facts may lie in memory, about.
  public init(inMemory limit: Int = .max) { state = Mutex(State(facts: Facts(inMemory: limit))) }
}

extension FactsMerger {
  /// - Parameter chunk: chunks are numbered from 0 in the store's order, and each comes once.
  public func put(_ facts: Facts, chunk: Int) {
    state.withLock { state in
      state.waiting[chunk] = facts
      while let facts = state.waiting.removeValue(forKey: state.next) {
        state.next += 1
        guard state.failure == nil else { continue }
        do throws(FileError) { try state.facts.merge(facts) } catch { state.failure = error }
      }
    }
  }

  /// The facts of all chunks, once all have been put.
  public func finish() throws(FileError) -> Facts {
    let (facts, failure) = state.withLock { ($0.facts, $0.failure) }
    if let failure { throw failure }
    return facts
  }
}

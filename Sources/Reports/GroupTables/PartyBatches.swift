import Dispatch
import Events
import Files
import Synchronization

/// The parties of an export's stores in batches of a fixed size, handed out in order. A store is made by a thread that
/// asks for a batch when there is none left, and let go when its last batch is done.
final class PartyBatches: Sendable {
  struct Batch {
    let store: EventStore
    let parties: Range<Int>
    /// From 0, through all stores.
    let number: Int
  }

  private let source: any EventSource
  /// How many stores may be there, or in the making, at a time.
  private let mostStores: Int
  private let state = Mutex(State())
  /// Signalled for each thread that waits when a store has been made.
  private let made = DispatchSemaphore(value: 0)

  private struct State {
    /// The store that batches are taken of, and its next party.
    var current = 0
    var party = 0
    var number = 0
    /// Those that were made and have batches left.
    var stores: [Int: EventStore] = [:]
    /// How many have been begun.
    var begun = 0
    var waiting = 0
    var failure: FileError?
  }

  private enum Step {
    case take(Batch)
    case make(Int)
    case wait
    case end
  }

  private static let parties = 256

  init(_ source: any EventSource, jobs: Int) {
    self.source = source
    mostStores = max(jobs, 1) + 1
  }
}

extension PartyBatches {
  /// Nil where there is none left, or a store could not be made.
  func next() -> Batch? {
    while true {
      switch state.withLock({ step(&$0) }) {
      case .take(let batch): return batch
      case .make(let index): make(index)
      case .wait: made.wait()
      case .end: return nil
      }
    }
  }

  /// To be called when there is no batch left.
  func finish() throws(FileError) { if let failure = state.withLock({ $0.failure }) { throw failure } }
}

extension PartyBatches {
  private func step(_ state: inout State) -> Step {
    if state.failure != nil { return .end }
    while let store = state.stores[state.current] {
      let first = state.party
      if first < store.parties.count {
        state.party = min(first + PartyBatches.parties, store.parties.count)
        state.number += 1
        return .take(Batch(store: store, parties: first..<state.party, number: state.number - 1))
      }
      state.stores[state.current] = nil
      state.current += 1
      state.party = 0
    }
    if state.current == source.storeCount { return .end }
    if state.begun < source.storeCount, state.begun - state.current < mostStores {
      state.begun += 1
      return .make(state.begun - 1)
    }
    state.waiting += 1
    return .wait
  }

  private func make(_ index: Int) {
    let made: Result<EventStore, FileError>
    do throws(FileError) { made = .success(try source.store(at: index)) } catch { made = .failure(error) }
    let waiting = state.withLock { state in
      switch made {
      case .success(let store): state.stores[index] = store
      case .failure(let failure): state.failure = state.failure ?? failure
      }
      defer { state.waiting = 0 }
      return state.waiting
    }
    for _ in 0..<waiting { self.made.signal() }
  }
}

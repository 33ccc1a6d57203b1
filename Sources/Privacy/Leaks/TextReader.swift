import Dispatch
import Events
import Synchronization

/// Reads what the people of a store wrote, on a few threads.
struct TextReader {
  private let store: EventStore
  private let parties: [Int]?
  private let least: Int
  private let jobs: Int

  /// How many people a thread takes at once.
  private static let share = 32

  /// - Parameters:
  ///   - parties: whose texts are read, as places in the store's parties; nil for everyone's.
  ///   - least: bytes; shorter texts are passed over.
  init(_ store: EventStore, parties: [Int]?, least: Int, jobs: Int) {
    self.store = store
    self.parties = parties
    self.least = least
    self.jobs = jobs
  }
}

extension TextReader {
  /// Calls with each text, from any thread and in any order, until it is enough.
  func each(_ body: @Sendable (PlainText) -> Bool) {
    let count = parties?.count ?? store.parties.count
    let shares = (count + TextReader.share - 1) / TextReader.share
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: max(1, min(jobs, shares))) { _ in
      var (details, plain) = (EventDetails(), PlainText())
      while true {
        let from = next.wrappingAdd(1, ordering: .relaxed).oldValue * TextReader.share
        guard from < count else { return }
        for place in from..<min(count, from + TextReader.share) {
          guard read(parties?[place] ?? place, &details, &plain, body) else {
            next.store(shares, ordering: .relaxed)
            return
          }
        }
      }
    }
  }

  private func read(
    _ party: Int, _ details: inout EventDetails, _ plain: inout PlainText, _ body: (PlainText) -> Bool
  ) -> Bool {
    for event in store.events(of: store.parties[party]) {
      store.details(of: event, into: &details)
      for text in [details.text, details.subject] where text.count >= least {
        text.withUnsafeBufferPointer { plain.set($0) }
        if !body(plain) { return false }
      }
    }
    return true
  }
}

import Events
import Files
import Synchronization

/// Gives back the memory behind a walk over all parties, by any number of threads, which will not come back soon: spilled
/// events at once, the export's pages where the export is much.
final class WalkedParties: Sendable {
  private let store: EventStore
  /// After how many events the export's pages go; nil if they may stay.
  private let step: Int?
  private let events = Atomic(0)

  /// A party's records lie all over the export, and the system maps sixteen pages around each that is met. So the pages go
  /// when as many events were walked over as the export has pages: by then most of what was mapped has been met many times.
  private static let bytesAnEvent = 4096

  init(_ store: EventStore, within memory: MemoryBudget) {
    self.store = store
    let exported = store.summary.files.reduce(0) { $0 + $1.bytes }
    step = exported > memory.share(of: 4) ? exported / WalkedParties.bytesAnEvent : nil
  }
}

extension WalkedParties {
  /// A run of parties is done with.
  func pass(_ parties: Range<Int>) {
    store.release(parties: parties)
    guard let step, let first = parties.first, let last = parties.last else { return }
    let count = store.parties[last].events.upperBound - store.parties[first].events.lowerBound
    let walked = events.wrappingAdd(count, ordering: .relaxed)
    if walked.oldValue / step != walked.newValue / step { store.releaseTexts() }
  }
}

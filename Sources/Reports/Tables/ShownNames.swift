import Dispatch
import Events
import Synchronization

/// The name under which each party's customer is shown, read from the export once for all tables: a few bytes each.
final class ShownNames: Sendable {
  private let bytes: [UInt8]
  /// By party, where its name ends.
  private let ends: [UInt32]

  init(_ store: EventStore, jobs: Int) {
    let runs = ShownNames.runs(store.parties.count)
    let parts = Mutex<[(bytes: [UInt8], ends: [UInt32])]>(runs.map { _ in ([], []) })
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: max(1, jobs)) { _ in
      while true {
        let run = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard run < runs.count else { return }
        let part = ShownNames.read(runs[run], store)
        parts.withLock { $0[run] = part }
      }
    }
    var bytes: [UInt8] = []
    var ends: [UInt32] = []
    ends.reserveCapacity(store.parties.count)
    for part in parts.withLock({ $0 }) {
      let start = UInt32(bytes.count)
      bytes.append(contentsOf: part.bytes)
      for end in part.ends { ends.append(start + end) }
    }
    (self.bytes, self.ends) = (bytes, ends)
  }
}

extension ShownNames {
  /// Calls with a party's name.
  func withBytes<Result>(_ party: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let range = Int(party == 0 ? 0 : ends[party - 1])..<Int(ends[party])
    return bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  subscript(party: Int) -> String { withBytes(party) { String(decoding: $0, as: UTF8.self) } }
}

extension ShownNames {
  private static func runs(_ count: Int) -> [Range<Int>] {
    stride(from: 0, to: count, by: 8192).map { $0..<min($0 + 8192, count) }
  }

  private static func read(_ run: Range<Int>, _ store: EventStore) -> (bytes: [UInt8], ends: [UInt32]) {
    var bytes: [UInt8] = []
    var ends: [UInt32] = []
    ends.reserveCapacity(run.count)
    for party in run {
      bytes.append(contentsOf: store.customer(of: store.parties[party]).shownName.utf8)
      ends.append(UInt32(bytes.count))
    }
    return (bytes, ends)
  }
}

extension ReportContext {
  /// Of all parties, read when first asked for.
  var names: ShownNames { shownNames.get { ShownNames(store, jobs: settings.jobs) } }
}

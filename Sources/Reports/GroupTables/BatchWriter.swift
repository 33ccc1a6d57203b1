import Dispatch
import Files
import Synchronization

/// Writes the rows of batches in order, whichever is ready first: of the threads that render, the one whose batch is
/// next writes it and those behind it that are ready, while the others go on. How far they may be ahead is bounded, and
/// with it the memory.
final class BatchWriter: @unchecked Sendable {
  // Unchecked: only the thread that set `isWriting` touches the streams.
  private let streams: [(table: GroupTables.Table, stream: FileStream)]
  private let state = Mutex(State())
  /// How many more batches may be taken before one has been written.
  private let credits: DispatchSemaphore

  private struct State {
    var ready: [Int: TableRows] = [:]
    var next = 0
    var isWriting = false
    var free: [TableRows] = []
    var counts = GroupTables.Counts()
    var failure: FileError?
  }

  init(_ streams: [(table: GroupTables.Table, stream: FileStream)], lookAhead: Int) {
    self.streams = streams
    credits = DispatchSemaphore(value: 0)
    for _ in 0..<lookAhead { credits.signal() }
  }
}

extension BatchWriter {
  /// Room for a batch's rows, once the batches ahead are not too many; nil when writing has failed.
  func take() -> TableRows? {
    credits.wait()
    let rows: TableRows? = state.withLock { state in
      state.failure == nil ? state.free.popLast() ?? TableRows() : nil
    }
    if rows == nil { credits.signal() }
    return rows
  }

  /// Room that was taken when there was no batch left.
  func giveBack(_ rows: TableRows) {
    state.withLock { $0.free.append(rows) }
    credits.signal()
  }

  /// - Parameter batch: the batches are numbered from 0, and each comes once.
  func put(_ rows: TableRows, _ counts: GroupTables.Counts, batch: Int) {
    let isMine = state.withLock { state in
      state.counts.add(counts)
      state.ready[batch] = rows
      defer { state.isWriting = true }
      return !state.isWriting
    }
    guard isMine else { return }
    while let rows = nextReady() {
      let failure = write(rows)
      rows.removeAll()
      state.withLock { state in
        state.failure = state.failure ?? failure
        state.free.append(rows)
      }
      credits.signal()
    }
  }

  /// To be called when all batches have been put.
  func finish() throws(FileError) -> GroupTables.Counts {
    let (counts, failure) = state.withLock { ($0.counts, $0.failure) }
    if let failure { throw failure }
    return counts
  }
}

extension BatchWriter {
  /// Nil, and nobody writes any more, if the next batch is not ready.
  private func nextReady() -> TableRows? {
    state.withLock { state in
      guard let rows = state.ready.removeValue(forKey: state.next) else {
        state.isWriting = false
        return nil
      }
      state.next += 1
      return rows
    }
  }

  private func write(_ rows: TableRows) -> FileError? {
    do throws(FileError) {
      if let failure = state.withLock({ $0.failure }) { throw failure }
      for (table, stream) in streams { try rows[table].write(to: stream) }
      return nil
    } catch {
      return error
    }
  }
}

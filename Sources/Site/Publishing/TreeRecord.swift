import Files
import Synchronization

/// What a tree under construction holds, gathered from the threads that render: on disk as soon as it is much.
final class TreeRecord: Sendable {
  fileprivate struct State: @unchecked Sendable {
    // Unchecked: only touched under the lock, and once all is gathered by one thread.
    let entries: ScratchColumn<TreeEntry>
    let paths: ScratchColumn<UInt8>
    let anchors: ScratchColumn<UInt32>
    let references: ScratchColumn<LinkReference>
    var pages = 0
  }

  private let state: Mutex<State>

  /// - Parameter inMemory: how many bytes may lie in memory.
  init(inMemory: Int) {
    state = Mutex(
      State(
        entries: ScratchColumn(inMemory: inMemory / 4), paths: ScratchColumn(inMemory: inMemory / 4),
        anchors: ScratchColumn(inMemory: inMemory / 4), references: ScratchColumn(inMemory: inMemory / 4)))
  }
}

extension TreeRecord {
  /// Takes what a worker noted.
  func add(_ notes: PageNotes) throws(FileError) {
    var failure: FileError?
    state.withLock { state in
      do throws(FileError) { try state.append(notes) } catch { failure = error }
    }
    if let failure { throw failure }
  }

  var pages: Int { state.withLock { $0.pages } }
  var count: Int { state.withLock { $0.entries.count } }

  /// Everything gathered, its entries sorted; to be called once, when all threads have ended.
  func sorted() -> SortedTree {
    state.withLock { state in
      var entries = state.entries.values
      entries.sort { $0.address < $1.address }
      return SortedTree(
        entries: state.entries, paths: state.paths, anchors: state.anchors, references: state.references)
    }
  }
}

extension TreeRecord.State {
  fileprivate mutating func append(_ notes: PageNotes) throws(FileError) {
    let (pathStart, anchorStart) = (UInt64(paths.count), UInt64(anchors.count))
    for var entry in notes.entries {
      entry.pathStart += pathStart
      entry.anchorStart += anchorStart
      try entries.append(entry)
    }
    try append(notes.paths, to: paths)
    try append(notes.anchors, to: anchors)
    try append(notes.references, to: references)
    pages += notes.pages
  }

  private func append<Element>(_ values: [Element], to column: ScratchColumn<Element>) throws(FileError) {
    var failure: FileError?
    values.withUnsafeBufferPointer { values in
      do throws(FileError) { try column.append(contentsOf: values) } catch { failure = error }
    }
    if let failure { throw failure }
  }
}

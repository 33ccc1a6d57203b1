import Diagnostics
import Dispatch
import Files
import Synchronization

/// Brings the resting tree to what a build made: files that were not written because the published tree has the same
/// are linked from there, files that are in no manifest any more are removed.
struct TreeSync {
  let resting: RestingTree
  /// The published folder, where the build's unwritten files stand; nil if they stand in the resting tree itself.
  let published: String?
  let tree: SortedTree
  let jobs: Int
}

extension TreeSync {
  enum Outcome { case done, missingFile }

  func run() throws(FileError) -> Outcome {
    try resting.begin()
    guard try takeUnwritten() else { return .missingFile }
    try removeVanished()
    return .done
  }
}

extension TreeSync {
  /// - Returns: false if a file is missing where it was published.
  private func takeUnwritten() throws(FileError) -> Bool {
    let failure = Mutex<FileError?>(nil)
    let isMissing = Atomic(false)
    let next = Atomic(0)
    let size = 2048
    DispatchQueue.concurrentPerform(iterations: jobs) { _ in
      while true {
        let start = next.wrappingAdd(size, ordering: .relaxed).oldValue
        guard start < tree.entries.count, !isMissing.load(ordering: .relaxed), failure.withLock({ $0 == nil }) else {
          return
        }
        do throws(FileError) {
          for index in start..<min(start + size, tree.entries.count) where try !take(tree.entries[index]) {
            isMissing.store(true, ordering: .relaxed)
          }
        } catch {
          failure.withLock { $0 = $0 ?? error }
        }
      }
    }
    if let error = failure.withLock({ $0 }) { throw error }
    return !isMissing.load(ordering: .relaxed)
  }

  private func take(_ entry: TreeEntry) throws(FileError) -> Bool {
    if entry.flags & TreeEntry.written != 0 { return true }
    if let known = resting.manifest?.entry(entry.address), known.content == entry.content { return true }
    guard let published else { return false }
    return try resting.take(tree.path(of: entry), from: published)
  }

  private func removeVanished() throws(FileError) {
    if let manifest = resting.manifest {
      for entry in manifest.entries where tree.entry(entry.address) == nil {
        try resting.remove(manifest.path(of: entry))
      }
    } else {
      for address in try resting.addresses() where tree.entry(LinkHash.address(address)) == nil {
        try resting.remove(address)
      }
    }
  }
}

import Diagnostics
import Files
import Glibc

/// A site under construction, built beside the one that is published: it takes the other's place only when it is
/// whole, in one step, and until then nothing published changes.
///
/// Two trees take turns. What a build changes is written into the resting one, what it leaves alone is linked there
/// from the published one, and then the two folders are exchanged. What it costs follows what changed and not how large
/// the site is.
public final class StagedOutput: Sendable {
  /// The published folder, absolute.
  public let output: String
  let resting: RestingTree
  /// What stands in the published tree (or, where nothing is published, in the resting one); nil if that is not known.
  let base: TreeManifest?
  /// Whether the published tree is one whose every file is known.
  let isPublished: Bool
  private let state: OutputState
  /// Held until this object is gone.
  private let lock: OutputLock

  /// - Parameters:
  ///   - force: take a folder's place that holds what we did not make.
  ///   - sources: folders that no output may hold or be, by force neither.
  /// - Throws: if the output holds what we did not make, or another build is at work.
  public init(output path: String, force: Bool, sources: [String] = []) throws(Diagnostics) {
    let output = StagedOutput.absolute(path)
    let state = OutputState(output: output)
    try StagedOutput.check(state, force: force, sources: sources)
    do throws(FileError) {
      guard let lock = try state.lock() else { throw FileError(.replace, "", code: 0) }
      self.lock = lock
      try StagedOutput.recover(state)
    } catch {
      throw Diagnostics([error.path.isEmpty ? StagedOutput.busy(output) : error.diagnostic])
    }
    self.output = output
    self.state = state
    resting = RestingTree(state)
    let published = state.manifest(of: output)
    isPublished = published != nil
    base = published ?? (Folders.exists(output) ? nil : resting.manifest)
  }
}

extension StagedOutput {
  /// Writes a file of the new tree.
  func put(_ address: String, _ bytes: UnsafeBufferPointer<UInt8>) throws(Diagnostics) {
    do throws(FileError) { try resting.put(address, bytes) } catch { throw Diagnostics([error.diagnostic]) }
  }

  /// What a publishing came to.
  enum Outcome: Equatable {
    /// The new tree is published.
    case published
    /// The published tree is the new one already.
    case unchanged
    /// A file of the published tree that the new one needs is gone: all has to be made anew.
    case missingFile
  }

  /// Puts the new tree in the old one's place.
  /// - Parameter check: is given the finished tree's folder; if it throws, nothing is published.
  func publish(
    _ tree: SortedTree, jobs: Int, checking check: (String) throws(Diagnostics) -> Void = { _ in }
  ) throws(Diagnostics) -> Outcome {
    if isPublished, let base, StagedOutput.isSame(tree, base) { try check(output) }
    switch try prepare(tree, jobs: jobs) {
    case .published: break
    case let done: return done
    }
    try check(resting.path)
    do throws(FileError) { try finish(tree) } catch { throw Diagnostics([error.diagnostic]) }
    return .published
  }

  /// Makes the resting tree whole.
  /// - Returns: that it may be published, or why it need not or cannot be.
  private func prepare(_ tree: SortedTree, jobs: Int) throws(Diagnostics) -> Outcome {
    do throws(FileError) {
      if isPublished, let base, StagedOutput.isSame(tree, base) {
        // What pages were made from may have changed where they themselves did not.
        try write(tree, of: output)
        return .unchanged
      }
      let sync = TreeSync(resting: resting, published: isPublished ? output : nil, tree: tree, jobs: jobs)
      guard try sync.run() == .done else {
        state.forget(output)
        return .missingFile
      }
      return .published
    } catch {
      throw Diagnostics([error.diagnostic])
    }
  }

  private func finish(_ tree: SortedTree) throws(FileError) {
    try keepPlaceholder()
    try state.keep(names: Set(state.publishedNames).union(try StagedOutput.names(in: resting.path)))
    try write(tree, of: resting.path)
    // What the last build was made from is not what this tree is made from.
    unlink(state.inputs)
    try exchange()
    try state.keep(names: try StagedOutput.names(in: output))
    state.removeStale()
  }

  /// Whether a file at a path would be published, or thrown away with the tree that is replaced.
  public func holds(_ path: String) -> Bool { StagedOutput.absolute(path).hasPrefix(output + "/") }

  /// Reads a file of the new tree.
  func read(_ address: String, isWritten: Bool) -> [UInt8]? {
    let folder = isWritten || !isPublished ? resting.path : output
    return try? DiskFileSource().read(folder + "/" + address)
  }

  /// Removes the tree that rests, with all that was published before.
  func dropResting() throws(FileError) {
    state.forget(resting.path)
    try Folders.remove(resting.path)
    state.removeStale()
  }

  /// What the last build was made from.
  var inputs: String { state.inputs }
}

extension StagedOutput {
  /// Whether a build made nothing that is not published already.
  private static func isSame(_ tree: SortedTree, _ base: TreeManifest) -> Bool {
    tree.entries.count == base.count && tree.entries.values.allSatisfy { $0.flags & TreeEntry.written == 0 }
  }

  /// Makes a tree believed from now on: its manifest takes effect in one step.
  private func write(_ manifest: SortedTree, of folder: String) throws(FileError) {
    guard let name = TreeIdentity(of: folder)?.manifestName else { return }
    try manifest.write(to: state.folder + "/" + name + ".next")
    try Folders.move(state.folder + "/" + name + ".next", to: state.folder + "/" + name)
  }

  private func exchange() throws(FileError) {
    let before = TreeIdentity(of: resting.path)
    if !Folders.exists(output) {
      try Folders.move(resting.path, to: output)
    } else if try !Folders.exchange(resting.path, output) {
      try Folders.move(output, to: state.previous)
      try Folders.move(resting.path, to: output)
      try Folders.move(state.previous, to: resting.path)
    }
    // Some file systems count a move as a change.
    if let before, let after = TreeIdentity(of: output), before != after {
      try Folders.move(state.folder + "/" + before.manifestName, to: state.folder + "/" + after.manifestName)
    }
    // What we know nothing of we don't keep.
    if !isPublished { try Folders.remove(resting.path) }
  }

  /// A crash between the two moves of a file system that cannot exchange leaves the old site under `previous`.
  private static func recover(_ state: OutputState) throws(FileError) {
    if !Folders.exists(state.output), Folders.exists(state.previous) {
      try Folders.move(state.previous, to: state.output)
    }
    try Folders.remove(state.previous)
    state.removeStale()
  }

  /// Git keeps the empty output folder by this file; a build leaves it there.
  private func keepPlaceholder() throws(FileError) {
    let isThere = Folders.exists(resting.path + "/.gitkeep")
    if Folders.exists(output + "/.gitkeep"), !isThere {
      try resting.put(".gitkeep", UnsafeBufferPointer(start: nil, count: 0))
    }
  }

  private static func names(in folder: String) throws(FileError) -> Set<String> {
    Set((Folders.names(in: folder) ?? []).filter { $0 != ".gitkeep" })
  }
}

extension StagedOutput {
  /// Without `/` and `/.` at its end, links resolved as far as there is something.
  private static func absolute(_ path: String) -> String {
    var whole = path.hasPrefix("/") ? path : Folders.resolved(".") + "/" + path
    while whole.count > 1, whole.hasSuffix("/") || whole.hasSuffix("/.") { whole.removeLast() }
    return resolved(whole)
  }

  /// Of what is not there yet, the folders above it.
  private static func resolved(_ path: String) -> String {
    guard !Folders.exists(path), let slash = path.lastIndex(of: "/"), slash != path.startIndex else {
      return Folders.resolved(path)
    }
    return resolved(String(path[..<slash])) + path[slash...]
  }

  private static func check(_ state: OutputState, force: Bool, sources: [String]) throws(Diagnostics) {
    let output = state.output
    if Folders.exists(output), Folders.names(in: output) == nil {
      throw Diagnostics([.error("`\(output)` is no folder that can be read", help: "choose another --output")])
    }
    if sources.contains(where: { (absolute($0) + "/").hasPrefix(output + "/") }) {
      throw Diagnostics([
        .error("the folder `\(output)` holds what the site is made from", help: "choose another folder with --output")
      ])
    }
    if !force, let stranger = state.stranger { throw Diagnostics([foreign(output, stranger)]) }
  }

  private static func foreign(_ output: String, _ stranger: String) -> Diagnostic {
    .error(
      "the folder `\(output)` holds `\(stranger)`, which was not made by this program, expected an empty folder or our own",
      help: "choose another folder with --output, or say --force to replace all that is in it")
  }

  private static func busy(_ output: String) -> Diagnostic {
    .error("another build is writing to `\(output)`", help: "wait for it to end, or choose another --output")
  }
}

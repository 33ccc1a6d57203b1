import Diagnostics
import Files

/// A site under construction, built beside the one that is published: it takes the other's place only when it is
/// whole, in one step, and until then nothing published changes.
public struct StagedOutput {
  /// The published folder, absolute.
  public let output: String
  /// Where the new tree is written.
  public let sink: DiskFileSink
  private let state: OutputState
  /// Held until this value is gone.
  private let lock: OutputLock

  /// - Parameters:
  ///   - force: take a folder's place that holds what we did not make.
  ///   - sources: folders that no output may hold or be, by force neither.
  /// - Throws: if the output holds what we did not make, or another build is at work.
  public init(output path: String, force: Bool, sources: [String] = []) throws(Diagnostics) {
    output = StagedOutput.absolute(path)
    state = OutputState(output: output)
    sink = DiskFileSink(root: state.next)
    try StagedOutput.check(state, force: force, sources: sources)
    do throws(FileError) {
      guard let lock = try state.lock() else { throw FileError(.replace, "", code: 0) }
      self.lock = lock
      try prepare()
    } catch {
      throw Diagnostics([error.path.isEmpty ? StagedOutput.busy(output) : error.diagnostic])
    }
  }
}

extension StagedOutput {
  /// Puts the new tree in the old one's place.
  /// - Parameter files: every file of the tree, sorted.
  public func publish(files: [String]) throws(Diagnostics) {
    do throws(FileError) {
      try keepPlaceholder()
      try state.announce(files)
      try exchange()
      try state.accept()
    } catch {
      throw Diagnostics([error.diagnostic])
    }
  }

  /// Whether a file at a path would be published, or thrown away with the tree that is replaced.
  public func holds(_ path: String) -> Bool { StagedOutput.absolute(path).hasPrefix(output + "/") }

  /// Forgets the new tree; the published one stays.
  public func discard() { try? Folders.remove(sink.root) }
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

  /// A crash between the two moves of a file system that cannot exchange leaves the old site under `previous`; any
  /// crash may leave a tree under construction.
  private func prepare() throws(FileError) {
    if !Folders.exists(output), Folders.exists(state.previous) { try Folders.move(state.previous, to: output) }
    try Folders.remove(state.previous)
    try Folders.remove(sink.root)
    try DiskFileSink.makeFolders(sink.root)
  }

  /// Git keeps the empty output folder by this file; a build leaves it there.
  private func keepPlaceholder() throws(FileError) {
    if Folders.exists(output + "/.gitkeep") { try sink.write(".gitkeep", []) }
  }

  private func exchange() throws(FileError) {
    guard Folders.exists(output) else { return try Folders.move(sink.root, to: output) }
    if try Folders.exchange(sink.root, output) { return try Folders.remove(sink.root) }
    try Folders.move(output, to: state.previous)
    try Folders.move(sink.root, to: output)
    try Folders.remove(state.previous)
  }
}

import Diagnostics
import Files

/// A site under construction, built beside the one that is published: it takes the other's place only when it is
/// whole, in one step, and until then nothing published changes.
///
/// Our own files live in a hidden folder beside the output and named after it (`.public.triptych`): the lock, the list
/// of what is published (by which a folder is known as ours), and the tree under construction.
public struct StagedOutput {
  /// The published folder, absolute.
  public let output: String
  /// Where the new tree is written.
  public let sink: DiskFileSink
  private let state: String

  /// - Throws: if the output is a folder that we did not make and that is not empty, or another build is at work.
  public init(output path: String, force: Bool) throws(Diagnostics) {
    output = Folders.resolved(StagedOutput.absolute(path))
    let slash = output.lastIndex(of: "/") ?? output.startIndex
    state = "\(output[..<slash])/.\(output[output.index(after: slash)...]).triptych"
    sink = DiskFileSink(root: state + "/next")
    try prepare(force: force)
  }
}

extension StagedOutput {
  /// Puts the new tree in the old one's place.
  /// - Parameter files: every file of the tree, sorted.
  public func publish(files: [String]) throws(Diagnostics) {
    do throws(FileError) {
      try keepPlaceholder()
      try writeManifest(files)
      try exchange()
    } catch {
      throw Diagnostics([error.diagnostic])
    }
  }

  /// Forgets the new tree; the published one stays.
  public func discard() { try? Folders.remove(sink.root) }
}

extension StagedOutput {
  private var manifest: String { state + "/manifest" }
  private var previous: String { state + "/previous" }

  private static func absolute(_ path: String) -> String {
    let whole = path.hasPrefix("/") ? path : Folders.resolved(".") + "/" + path
    return whole.count > 1 && whole.hasSuffix("/") ? String(whole.dropLast()) : whole
  }

  private func prepare(force: Bool) throws(Diagnostics) {
    do throws(FileError) {
      if !force, !isOurs { throw FileError(.replace, "", code: 0) }
      try DiskFileSink.makeFolders(state)
      guard try Folders.lock(state + "/lock") else { throw FileError(.replace, output, code: 0) }
      try recover()
      try Folders.remove(sink.root)
      try DiskFileSink.makeFolders(sink.root)
    } catch {
      if error.code != 0 { throw Diagnostics([error.diagnostic]) }
      throw Diagnostics([error.path.isEmpty ? foreign : busy])
    }
  }

  private var foreign: Diagnostic {
    .error(
      "the folder `\(output)` is not empty and was not made by this program, expected an empty folder or our own",
      help: "choose another folder with --output, or say --force to replace all that is in it")
  }

  private var busy: Diagnostic {
    .error("another build is writing to `\(output)`", help: "wait for it to end, or choose another --output")
  }

  private var isOurs: Bool {
    if Folders.exists(manifest) { return true }
    guard let names = Folders.names(in: output) else { return !Folders.exists(output) }
    return names.allSatisfy { $0 == ".gitkeep" }
  }

  /// A crash between the two moves of a file system that cannot exchange leaves the old site under `previous`.
  private func recover() throws(FileError) {
    if !Folders.exists(output), Folders.exists(previous) { try Folders.move(previous, to: output) }
    try Folders.remove(previous)
  }

  /// Git keeps the empty output folder by this file; a build leaves it there.
  private func keepPlaceholder() throws(FileError) {
    if Folders.exists(output + "/.gitkeep") { try sink.write(".gitkeep", []) }
  }

  private func writeManifest(_ files: [String]) throws(FileError) {
    try DiskFileSink(root: state).write("manifest", Array((files.joined(separator: "\n") + "\n").utf8))
  }

  private func exchange() throws(FileError) {
    guard Folders.exists(output) else { return try Folders.move(sink.root, to: output) }
    if try Folders.exchange(sink.root, output) { return try Folders.remove(sink.root) }
    try Folders.move(output, to: previous)
    try Folders.move(sink.root, to: output)
    try Folders.remove(previous)
  }
}

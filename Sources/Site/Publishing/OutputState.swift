import Files
import Glibc

/// What we keep about an output, in a hidden folder beside it and named after it (`.public.triptych`): the lock, the
/// names at the top of what is published (by which a folder is known as ours), the tree that rests while the other is
/// published, a manifest of each, and what the last build was made from.
struct OutputState: Sendable {
  /// The published folder, absolute.
  let output: String
  let folder: String

  init(output: String) {
    self.output = output
    let slash = output.lastIndex(of: "/") ?? output.startIndex
    folder = "\(output[..<slash])/.\(output[output.index(after: slash)...]).triptych"
  }
}

extension OutputState {
  /// The tree that is not published: what was before, and what is going to be next.
  var resting: String { folder + "/resting" }
  /// The old tree, for the moment between two moves.
  var previous: String { folder + "/previous" }
  /// What the last build was made from.
  var inputs: String { folder + "/inputs" }

  /// Something in the published folder that no build put there, the first by name; nil if all of it is ours.
  var stranger: String? {
    let names = (Folders.names(in: output) ?? []).filter { $0 != ".gitkeep" }
    if names.isEmpty { return nil }
    let ours = Set(publishedNames)
    return names.first { !ours.contains($0) }
  }

  /// - Returns: nil if another build is at work.
  func lock() throws(FileError) -> OutputLock? {
    try DiskFileSink.makeFolders(folder)
    return try OutputLock(folder + "/lock")
  }

  /// The manifest of a tree, if it is still the one that the manifest was written for.
  func manifest(of tree: String) -> TreeManifest? {
    TreeIdentity(of: tree).flatMap { TreeManifest(folder + "/" + $0.manifestName) }
  }

  /// Notes what may be at the top of the published folder from now on.
  func keep(names: Set<String>) throws(FileError) {
    let text = names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { $0 + "\n" }.joined()
    try DiskFileSink(root: folder).write("known-names.next", Array(text.utf8))
    try Folders.move(folder + "/known-names.next", to: folder + "/known-names")
  }

  var publishedNames: [String] {
    guard let bytes = try? DiskFileSource().read(folder + "/known-names") else { return [] }
    return bytes.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
  }

  /// From now on nothing is believed of a tree.
  func forget(_ tree: String) {
    if let name = TreeIdentity(of: tree)?.manifestName { unlink(folder + "/" + name) }
  }

  /// Removes manifests of trees that are no more, and files that a crash left half written.
  func removeStale() {
    let known = [output, resting].compactMap { TreeIdentity(of: $0)?.manifestName }
    for name in Folders.names(in: folder) ?? []
    where name.hasPrefix(TreeIdentity.prefix) && !known.contains(name) || name.hasSuffix(".next") {
      unlink(folder + "/" + name)
    }
  }
}

import Files

/// What we keep about an output, in a hidden folder beside it and named after it (`.public.triptych`): the lock, the
/// list of what is published (by which a folder is known as ours), and the tree under construction.
struct OutputState {
  /// The published folder, absolute.
  let output: String
  private let folder: String

  init(output: String) {
    self.output = output
    let slash = output.lastIndex(of: "/") ?? output.startIndex
    folder = "\(output[..<slash])/.\(output[output.index(after: slash)...]).triptych"
  }
}

extension OutputState {
  /// The tree under construction.
  var next: String { folder + "/next" }
  /// The old tree, for the moment between two moves.
  var previous: String { folder + "/previous" }

  /// Something in the published folder that no build put there, the first by name; nil if all of it is ours.
  var stranger: String? {
    let names = (Folders.names(in: output) ?? []).filter { $0 != ".gitkeep" }
    if names.isEmpty { return nil }
    let ours = published("manifest").union(published("manifest.next"))
    return names.first { !ours.contains($0) }
  }

  /// - Returns: nil if another build is at work.
  func lock() throws(FileError) -> OutputLock? {
    try DiskFileSink.makeFolders(folder)
    return try OutputLock(folder + "/lock")
  }

  /// Notes what is about to be published, beside what is: whichever of the two stands there is known as ours.
  func announce(_ files: [String]) throws(FileError) {
    let text = files.map { $0 + "\n" }.joined()
    try DiskFileSink(root: folder).write("manifest.next", Array(text.utf8))
  }

  /// What was announced is published.
  func accept() throws(FileError) { try Folders.move(folder + "/manifest.next", to: folder + "/manifest") }

  /// The names at the top of a published tree.
  private func published(_ manifest: String) -> Set<String> {
    guard let bytes = try? DiskFileSource().read(folder + "/" + manifest) else { return [] }
    let names = bytes.split(separator: UInt8(ascii: "\n")).map { $0.prefix { $0 != UInt8(ascii: "/") } }
    return Set(Set(names).map { String(decoding: $0, as: UTF8.self) })
  }
}

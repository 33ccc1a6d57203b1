import Files

/// A tree's entries in the order of their addresses' hashes, and what they point into.
struct SortedTree {
  let entries: ScratchColumn<TreeEntry>
  let paths: ScratchColumn<UInt8>
  let anchors: ScratchColumn<UInt32>
  let references: ScratchColumn<LinkReference>
}

extension SortedTree {
  func path(of entry: TreeEntry) -> String {
    String(decoding: paths.values[Int(entry.pathStart)..<Int(entry.pathStart) + Int(entry.pathCount)], as: UTF8.self)
  }

  func anchors(of entry: TreeEntry) -> Slice<UnsafeMutableBufferPointer<UInt32>> {
    anchors.values[Int(entry.anchorStart)..<Int(entry.anchorStart) + Int(entry.anchorCount)]
  }

  func entry(_ address: UInt64) -> TreeEntry? {
    TreeManifest.find(address, in: UnsafeBufferPointer(entries.values))
  }

  /// Addresses with more than one entry of different things, sorted. Of a file that several pages wrote alike one entry
  /// is kept.
  func joinDoubles() -> [String] {
    var doubles: Set<String> = []
    var kept = 0
    let all = entries.values
    for index in all.indices {
      if kept > 0, all[kept - 1].address == all[index].address {
        let (before, entry) = (all[kept - 1], all[index])
        let isSame = before.flags & entry.flags & TreeEntry.shared != 0 && before.content == entry.content
        if !isSame { doubles.insert(path(of: entry)) }
        all[kept - 1].flags |= entry.flags & TreeEntry.written
      } else {
        all[kept] = all[index]
        kept += 1
      }
    }
    entries.truncate(kept)
    return doubles.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Keeps only links of pages that are made from a source, each target once, and those carried over from before.
  func keepReferences(with carried: [LinkReference]) throws(FileError) {
    var known: Set<[UInt64]> = []
    let kept = (carried + references.values.filter { $0.isKept != 0 }).filter {
      known.insert([$0.target, UInt64($0.anchor)]).inserted
    }
    references.truncate(0)
    for reference in kept { try references.append(reference) }
  }

  /// Writes the manifest. The flags are of this build and not kept.
  func write(to path: String) throws(FileError) {
    let slash = path.lastIndex(of: "/") ?? path.startIndex
    let stream = try FileStream(
      String(path[path.index(after: slash)...]), in: DiskFileSink(root: String(path[..<slash])))
    var header = [UInt64](repeating: 0, count: TreeManifest.headerCount)
    header[0] = TreeManifest.mark
    for (index, count) in [entries.count, paths.count, anchors.count, references.count].enumerated() {
      header[index + 1] = UInt64(count)
    }
    for index in entries.values.indices { entries.values[index].flags = 0 }
    try header.withBytes { (bytes) throws(FileError) in try stream.append(bytes) }
    try stream.append(SortedTree.bytes(entries))
    try stream.append(SortedTree.bytes(paths))
    try stream.append([UInt8](repeating: 0, count: TreeManifest.padded(paths.count) - paths.count))
    try stream.append(SortedTree.bytes(anchors))
    try stream.append([UInt8](repeating: 0, count: TreeManifest.padded(anchors.count * 4) - anchors.count * 4))
    try stream.append(SortedTree.bytes(references))
    try stream.close()
  }

  private static func bytes<Element>(_ column: ScratchColumn<Element>) -> UnsafeBufferPointer<UInt8> {
    let raw = UnsafeRawBufferPointer(column.values)
    return UnsafeBufferPointer(start: raw.baseAddress?.assumingMemoryBound(to: UInt8.self), count: raw.count)
  }
}

extension Array where Element: BitwiseCopyable {
  fileprivate func withBytes(_ body: (UnsafeBufferPointer<UInt8>) throws(FileError) -> Void) throws(FileError) {
    var failure: FileError?
    withUnsafeBytes { raw in
      let bytes = UnsafeBufferPointer(
        start: raw.baseAddress?.assumingMemoryBound(to: UInt8.self), count: raw.count)
      do throws(FileError) { try body(bytes) } catch { failure = error }
    }
    if let failure { throw failure }
  }
}

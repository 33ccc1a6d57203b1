import Files

/// A snapshot as an archive: the site's files, and behind them the manifest.
struct ZipSnapshot {
  let contents: SnapshotContents
  let facts: SnapshotFacts
  let jobs: Int

  /// Files up to this size are packed in memory, several at once.
  private static let small = 8 << 20
}

extension ZipSnapshot {
  func write(to output: SnapshotOutput) throws(SnapshotError) {
    let zip = try ZipWriter(output)
    var manifest = try ManifestWriter(facts, first: contents.first)
    let contents = contents
    try InOrder.run(
      contents.paths, jobs: jobs,
      make: { path throws(SnapshotError) -> PackedFile? in
        let mapped = try contents.map(path)
        return mapped.bytes.count <= ZipSnapshot.small ? PackedFile(mapped.bytes) : nil
      },
      use: { path, packed throws(SnapshotError) in
        if let packed {
          try zip.add(path, packed)
          try manifest.add(Manifest.File(path: path, bytes: packed.bytes, sha256: packed.sha256))
        } else {
          let mapped = try contents.map(path)
          let sha256 = try zip.add(path, mapped.bytes)
          try manifest.add(Manifest.File(path: path, bytes: mapped.bytes.count, sha256: sha256))
        }
      })
    let bytes = try manifest.finish()
    _ = try zip.add(Manifest.name, bytes.bytes)
    try zip.finish()
  }
}

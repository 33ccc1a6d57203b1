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
        try contents.map(path).use { $0.count <= ZipSnapshot.small ? PackedFile($0) : nil }
      },
      use: { path, packed throws(SnapshotError) in
        if let packed {
          try zip.add(path, packed)
          try manifest.add(Manifest.File(path: path, bytes: packed.bytes, sha256: packed.sha256))
        } else {
          let file = try contents.map(path).use { bytes throws(SnapshotError) in
            Manifest.File(path: path, bytes: bytes.count, sha256: try zip.add(path, bytes))
          }
          try manifest.add(file)
        }
      })
    _ = try manifest.finish().use { bytes throws(SnapshotError) in try zip.add(Manifest.name, bytes) }
    try zip.finish()
  }
}

extension Snapshot {
  /// Writes one page that holds all others, whole or not at all.
  ///
  /// - Parameters:
  ///   - passphrase: if there is one, everything is encrypted under it.
  ///   - estimate: told how many bytes it will take, before anything is written.
  public func writePage(
    to place: SnapshotPlace, frame: PageFrame, passphrase: Passphrase?, estimate: (Int) -> Void
  ) throws(SnapshotError) -> SnapshotSummary {
    let key = try passphrase.map { passphrase throws(SnapshotError) in try PageKey(passphrase) }
    let page = PageSnapshot(contents: contents, facts: facts, frame: frame, key: key, jobs: jobs)
    let output = try page.write(limit: place.limit, estimate: estimate) { () throws(SnapshotError) in
      try SnapshotOutput(place.path, replaces: place.replaces, limit: place.limit)
    }
    let digest = try output.finish()
    return SnapshotSummary(path: place.path, bytes: output.count, files: contents.paths.count, sha256: digest)
  }
}

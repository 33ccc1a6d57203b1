import Files

/// A finished site in one file.
public struct Snapshot: Sendable {
  public enum Format: String, Sendable, CaseIterable { case zip, html, encrypted }

  let contents: SnapshotContents
  let facts: SnapshotFacts
  /// How many threads pack.
  let jobs: Int

  public init(_ contents: SnapshotContents, facts: SnapshotFacts, jobs: Int) {
    self.contents = contents
    self.facts = facts
    self.jobs = jobs
  }
}

/// What was written.
public struct SnapshotSummary: Sendable, Equatable {
  public var path: String
  public var bytes: Int
  public var files: Int
  /// Of the whole file.
  public var sha256: String
}

/// Where and how a snapshot is written.
public struct SnapshotPlace: Sendable {
  public var path: String
  /// Whether a file in its place may go.
  public var replaces: Bool
  /// More bytes than this are an error.
  public var limit: Int?

  public init(_ path: String, replaces: Bool = false, limit: Int? = nil) {
    self.path = path
    self.replaces = replaces
    self.limit = limit
  }
}

extension Snapshot {
  /// Writes an archive, whole or not at all.
  public func writeZip(to place: SnapshotPlace) throws(SnapshotError) -> SnapshotSummary {
    try write(to: place) { output throws(SnapshotError) in
      try ZipSnapshot(contents: contents, facts: facts, jobs: jobs).write(to: output)
    }
  }

  func write(
    to place: SnapshotPlace, _ body: (SnapshotOutput) throws(SnapshotError) -> Void
  ) throws(SnapshotError) -> SnapshotSummary {
    let output = try SnapshotOutput(place.path, replaces: place.replaces, limit: place.limit)
    try body(output)
    let digest = try output.finish()
    return SnapshotSummary(path: place.path, bytes: output.count, files: contents.paths.count, sha256: digest)
  }
}

/// What was found when a snapshot was checked against its own manifest.
public struct SnapshotVerdict: Sendable, Equatable {
  /// What is broken where it is no single file; the raw values are what a person is told.
  public enum Damage: String, Sendable {
    case manifest = "the manifest is not what was written"
    case noManifest = "there is no manifest"
    case archive = "the archive's own structure is not what was written"
    case parts = "there is more or less content than the manifest lists"
    case page = "the file as a whole is not what was written"
  }

  /// Nil where the manifest cannot be read.
  public var facts: SnapshotFacts?
  /// SHA-256 over the list of files.
  public var content: String?
  public var files = 0
  public var damage: [Damage] = []
  public var changed: [String] = []
  public var missing: [String] = []
  public var unexpected: [String] = []
  public var isExpired = false
  /// Whether it is encrypted and no passphrase was given: then it is known to be as written, and no more.
  public var isLocked = false

  public var isWhole: Bool { damage.isEmpty && changed.isEmpty && missing.isEmpty && unexpected.isEmpty }
}

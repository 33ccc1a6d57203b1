import Time

/// Compares what a snapshot holds with what its manifest lists.
struct ManifestCheck {
  private let reader: ManifestReader
  var verdict = SnapshotVerdict()

  /// - Parameter bytes: must outlive the check.
  /// - Returns: nil for a manifest that was changed.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, today: CivilDate) {
    guard let reader = ManifestReader(bytes) else { return nil }
    self.reader = reader
    verdict.facts = reader.facts
    verdict.content = reader.head.content
    verdict.files = reader.count
    verdict.isExpired = reader.facts.expires.map { $0 < today } ?? false
  }
}

extension ManifestCheck {
  /// - Parameters:
  ///   - names: of all files but the manifest.
  ///   - digest: a file's SHA-256; nil for one that cannot be read.
  mutating func compare(names: [String], digest: (Manifest.File) throws(SnapshotError) -> String?) throws(SnapshotError)
  {
    var others = Set(names)
    for file in reader.files() {
      guard others.remove(file.path) != nil else {
        verdict.missing.append(file.path)
        continue
      }
      if try digest(file) != file.sha256 { verdict.changed.append(file.path) }
    }
    verdict.unexpected = others.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The same for a page, which holds the files one behind the other and without their names.
  mutating func compare(_ page: PageReader, key: PageKey?) {
    var changed: [String] = []
    let holdsAll = page.read(reader.files(), key: key) { file, digest in
      if digest != file.sha256 { changed.append(file.path) }
    }
    verdict.changed = changed
    if !holdsAll { verdict.damage.append(.parts) }
  }
}

import Crypto
import Files
import Time

/// Tells whether a snapshot is what was written: a zip, the folder that one was unpacked to, or one file.
public struct SnapshotCheck: Sendable {
  let path: String
  let today: CivilDate
  /// Asked for once, and only where something is encrypted; nil to do without.
  let passphrase: @Sendable () throws(SnapshotError) -> Passphrase?

  public init(
    _ path: String, today: CivilDate, passphrase: @escaping @Sendable () throws(SnapshotError) -> Passphrase? = { nil }
  ) {
    self.path = path
    self.today = today
    self.passphrase = passphrase
  }
}

extension SnapshotCheck {
  public func run() throws(SnapshotError) -> SnapshotVerdict {
    let source = DiskFileSource()
    if source.kind(of: path) == .folder { return try folder(source) }
    let mapped = try SnapshotError.files { () throws(FileError) in try source.map(path) }
    return try mapped.use { bytes throws(SnapshotError) in
      if bytes.starts(with: "PK".utf8) { return try archive(bytes) }
      guard let page = PageReader(bytes) else { throw .notASnapshot(path) }
      return try check(page)
    }
  }
}

extension SnapshotCheck {
  private func folder(_ source: DiskFileSource) throws(SnapshotError) -> SnapshotVerdict {
    let names = try SnapshotError.files { () throws(FileError) in try source.files(under: path) }
    guard names.contains(Manifest.name) else { throw .notASnapshot(path) }
    return try map(Manifest.name).use { bytes throws(SnapshotError) in
      guard var check = ManifestCheck(bytes, today: today) else { return SnapshotVerdict(damage: [.manifest]) }
      try check.compare(names: names.filter { $0 != Manifest.name }) { file throws(SnapshotError) in
        try map(file.path).use { $0.count == file.bytes ? Digest.text(of: $0) : nil }
      }
      return check.verdict
    }
  }

  private func map(_ name: String) throws(SnapshotError) -> MappedBytes {
    try SnapshotError.files { () throws(FileError) in try DiskFileSource().map(path + "/" + name) }
  }

  private func archive(_ bytes: UnsafeBufferPointer<UInt8>) throws(SnapshotError) -> SnapshotVerdict {
    guard let zip = ZipReader(bytes) else { return SnapshotVerdict(damage: [.archive]) }
    guard let entry = zip.entries.last, entry.name == Manifest.name else {
      return SnapshotVerdict(damage: [.noManifest])
    }
    var manifest: [UInt8] = []
    guard zip.read(entry, each: { manifest.append(contentsOf: $0) }) else {
      return SnapshotVerdict(damage: [.manifest])
    }
    return try manifest.withUnsafeBufferPointer { bytes throws(SnapshotError) in
      try compare(zip, with: bytes)
    }
  }

  private func compare(
    _ zip: ZipReader, with manifest: UnsafeBufferPointer<UInt8>
  ) throws(SnapshotError) -> SnapshotVerdict {
    guard var check = ManifestCheck(manifest, today: today) else { return SnapshotVerdict(damage: [.manifest]) }
    let entries = zip.entries.dropLast()
    let places = Dictionary(entries.map { ($0.name, $0) }) { first, _ in first }
    guard places.count == entries.count else { return SnapshotVerdict(damage: [.archive]) }
    try check.compare(names: entries.map(\.name)) { file throws(SnapshotError) in
      places[file.path].flatMap { digest(of: $0, in: zip) }
    }
    return check.verdict
  }

  private func check(_ page: PageReader) throws(SnapshotError) -> SnapshotVerdict {
    let damage: [SnapshotVerdict.Damage] = page.isWhole ? [] : [.page]
    var key: PageKey?
    if let lock = page.lock {
      guard let passphrase = try passphrase() else { return SnapshotVerdict(damage: damage, isLocked: true) }
      key = try PageKey(passphrase, opening: lock)
      if key == nil { throw .wrongPassphrase }
    }
    guard let manifest = page.manifest(key) else { return SnapshotVerdict(damage: [.manifest]) }
    return manifest.withUnsafeBufferPointer { bytes in
      guard var check = ManifestCheck(bytes, today: today) else { return SnapshotVerdict(damage: [.manifest]) }
      check.compare(page, key: key)
      check.verdict.damage += damage
      return check.verdict
    }
  }

  private func digest(of entry: ZipEntry, in zip: ZipReader) -> String? {
    var hash = SHA256()
    return zip.read(entry) { hash.update($0) } ? Digest.text(hash.finalize()) : nil
  }
}

import Files

/// What a snapshot holds, unpacked one file after the other: a zip, one page, an encrypted one, or the folder that an
/// archive was unpacked to.
public struct SnapshotFiles: Sendable {
  private let path: String
  private let passphrase: @Sendable () throws(SnapshotError) -> Passphrase?

  /// - Parameter passphrase: asked for where something is encrypted.
  public init(_ path: String, passphrase: @escaping @Sendable () throws(SnapshotError) -> Passphrase?) {
    self.path = path
    self.passphrase = passphrase
  }

  public typealias Body = (_ path: String, _ bytes: UnsafeBufferPointer<UInt8>) -> Void
}

extension SnapshotFiles {
  /// - Throws: if not all of it can be read.
  public func each(_ body: Body) throws(SnapshotError) {
    let source = DiskFileSource()
    if source.kind(of: path) == .folder { return try folder(source, body) }
    let mapped = try SnapshotError.files { () throws(FileError) in try source.map(path) }
    try mapped.use { bytes throws(SnapshotError) in
      if bytes.starts(with: "PK".utf8) { return try archive(bytes, body) }
      guard let page = PageReader(bytes) else { throw .notASnapshot(path) }
      try read(page, body)
    }
  }
}

extension SnapshotFiles {
  private func folder(_ source: DiskFileSource, _ body: Body) throws(SnapshotError) {
    for name in try SnapshotError.files({ () throws(FileError) in try source.files(under: path) }) {
      let file = try SnapshotError.files { () throws(FileError) in try source.map(path + "/" + name) }
      file.use { body(name, $0) }
    }
  }

  private func archive(_ bytes: UnsafeBufferPointer<UInt8>, _ body: Body) throws(SnapshotError) {
    guard let zip = ZipReader(bytes) else { throw .foreign(path) }
    var file: [UInt8] = []
    for entry in zip.entries {
      file.removeAll(keepingCapacity: true)
      guard zip.read(entry, each: { file.append(contentsOf: $0) }) else { throw .damaged(path) }
      file.withUnsafeBufferPointer { body(entry.name, $0) }
    }
  }

  private func read(_ page: PageReader, _ body: Body) throws(SnapshotError) {
    var key: PageKey?
    if let lock = page.lock {
      guard let passphrase = try passphrase() else { throw .noPassphrase }
      key = try PageKey(passphrase, opening: lock)
      if key == nil { throw .wrongPassphrase }
    }
    for part in page.frame { body("", part) }
    guard let manifest = page.manifest(key) else { throw .damaged(path) }
    try manifest.withUnsafeBufferPointer { bytes throws(SnapshotError) in
      body(Manifest.name, bytes)
      guard let reader = ManifestReader(bytes) else { throw .damaged(path) }
      var file: [UInt8] = []
      var isWhole = true
      let holdsAll = page.read(reader.files(), key: key, piece: { file += $0 }) { entry, isReadable in
        isWhole = isWhole && isReadable
        file.withUnsafeBufferPointer { body(entry.path, $0) }
        file.removeAll(keepingCapacity: true)
      }
      if !holdsAll || !isWhole { throw .damaged(path) }
    }
  }
}

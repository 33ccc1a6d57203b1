import Files
import Glibc

/// The file that becomes a snapshot: written beside its place under another name, readable by its owner alone, and
/// moved there once it is whole.
final class SnapshotOutput {
  let path: String
  private let replaces: Bool
  private var descriptor: Int32
  /// Empty once the file is in its place.
  private var next: String
  private(set) var count = 0
  private let limit: Int?
  private var buffer: [UInt8] = []

  /// - Parameters:
  ///   - replaces: whether a file in its place may go.
  ///   - limit: more bytes than this are an error.
  init(_ path: String, replaces: Bool, limit: Int?) throws(SnapshotError) {
    guard replaces || !Folders.exists(path) else { throw .exists(path) }
    self.path = path
    self.replaces = replaces
    self.limit = limit
    if let slash = path.lastIndex(of: "/"), slash != path.startIndex {
      try SnapshotError.files { () throws(FileError) in try DiskFileSink.makeFolders(String(path[..<slash])) }
    }
    var template = Array((path + ".XXXXXX").utf8CString)
    descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw .file(FileError(.create, path, code: errno)) }
    next = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
    if !next.isEmpty { unlink(next) }
  }
}

extension SnapshotOutput {
  func append(_ bytes: UnsafeBufferPointer<UInt8>) throws(SnapshotError) {
    count += bytes.count
    if let limit, count > limit { throw .tooLarge(count, limit: limit, isEstimate: false) }
    buffer.append(contentsOf: bytes)
    if buffer.count > 1 << 18 { try flush() }
  }

  func append(_ bytes: [UInt8]) throws(SnapshotError) {
    try bytes.withUnsafeBufferPointer { (bytes) throws(SnapshotError) in try append(bytes) }
  }

  /// Writes over bytes that were written before.
  func patch(_ bytes: [UInt8], at offset: Int) throws(SnapshotError) {
    let held = count - buffer.count
    if offset >= held { return buffer.replaceSubrange(offset - held..<offset - held + bytes.count, with: bytes) }
    try flush()
    guard pwrite(descriptor, bytes, bytes.count, off_t(offset)) == bytes.count else {
      throw .file(FileError(.write, path, code: errno))
    }
  }

  /// Moves the file to its place.
  /// - Returns: SHA-256 of all of it.
  func finish() throws(SnapshotError) -> String {
    try flush()
    let mapped = try SnapshotError.files { () throws(FileError) in
      try MappedBytes(descriptor: descriptor, path: path)
    }
    let digest = mapped.use { Digest.text(of: $0) }
    guard fsync(descriptor) == 0 else { throw .file(FileError(.write, path, code: errno)) }
    guard replaces || !Folders.exists(path) else { throw .exists(path) }
    try SnapshotError.files { () throws(FileError) in try Folders.move(next, to: path) }
    next = ""
    return digest
  }

  private func flush() throws(SnapshotError) {
    let (bytes, descriptor, path) = (buffer, descriptor, path)
    try SnapshotError.files { () throws(FileError) in
      try bytes.withUnsafeBufferPointer { (bytes) throws(FileError) in
        try DiskFileSink.writeAll(bytes, to: descriptor, path: path)
      }
    }
    buffer.removeAll(keepingCapacity: true)
  }
}

import Crypto
import Czlib
import Files

/// Writes an archive, file by file: the same files give the same bytes. Its directory lies in a scratch file meanwhile.
final class ZipWriter {
  private let output: SnapshotOutput
  private let directory: ScratchFile
  private var entries = 0
  private let deflater = Deflater()
  private let wideFrom: Int

  /// - Parameter wideFrom: sizes from here on are written in 64 bits.
  init(_ output: SnapshotOutput, wideFrom: Int = ZipEntry.wideFrom) throws(SnapshotError) {
    self.output = output
    self.wideFrom = wideFrom
    directory = try SnapshotError.files { () throws(FileError) in try ScratchFile() }
  }
}

/// A file that is packed already.
struct PackedFile: Sendable {
  var bytes: Int
  var crc: UInt32
  var sha256: String
  var packed: [UInt8]

  init(_ file: UnsafeBufferPointer<UInt8>) {
    bytes = file.count
    crc = UInt32(truncatingIfNeeded: crc32_z(0, file.baseAddress, file.count))
    sha256 = Digest.text(of: file)
    packed = Deflater().pack(file)
  }
}

extension ZipWriter {
  func add(_ name: String, _ file: PackedFile) throws(SnapshotError) {
    let entry = ZipEntry(
      name: name, crc: file.crc, packed: file.packed.count, bytes: file.bytes, offset: output.count,
      isWide: file.bytes >= wideFrom)
    try output.append(entry.localHeader)
    try output.append(file.packed)
    try close(entry)
  }

  /// Packs a file piece by piece: it may be larger than memory.
  /// - Returns: its SHA-256.
  func add(_ name: String, _ file: UnsafeBufferPointer<UInt8>) throws(SnapshotError) -> String {
    var entry = ZipEntry(name: name, bytes: file.count, offset: output.count, isWide: file.count >= wideFrom)
    entry.crc = UInt32(truncatingIfNeeded: crc32_z(0, file.baseAddress, file.count))
    let header = entry.localHeader
    try output.append(header)
    try deflater.pack(file) { (piece) throws(SnapshotError) in try output.append(piece) }
    entry.packed = output.count - entry.offset - header.count
    try output.patch(entry.localHeader, at: entry.offset)
    try close(entry)
    return Digest.text(of: file)
  }

  /// Writes the directory and the end.
  func finish() throws(SnapshotError) {
    let start = output.count
    let directory = directory
    let mapped = try SnapshotError.files { () throws(FileError) in try directory.map() }
    try mapped.use { bytes throws(SnapshotError) in try output.append(bytes) }
    try output.append(ZipEnd(entries: entries, directory: start, directoryBytes: directory.count).bytes)
  }

  private func close(_ entry: ZipEntry) throws(SnapshotError) {
    entries += 1
    let (header, directory) = (entry.centralHeader, directory)
    try SnapshotError.files { () throws(FileError) in
      try header.withUnsafeBufferPointer { (bytes) throws(FileError) in try directory.append(bytes) }
    }
  }
}

import Czlib

/// Reads an archive in the one form that `ZipWriter` gives it.
struct ZipReader {
  /// In the archive's order.
  let entries: [ZipEntry]
  private let archive: UnsafeBufferPointer<UInt8>

  /// - Parameter archive: must outlive the reader.
  /// - Returns: nil if its directory is not what `ZipWriter` writes.
  init?(_ archive: UnsafeBufferPointer<UInt8>) {
    guard let end = ZipEnd(of: archive) else { return nil }
    var entries: [ZipEntry] = []
    var (at, next) = (end.directory, 0)
    for _ in 0..<end.entries {
      guard let entry = ZipReader.entry(archive, at: at), entry.offset == next, entry.packed <= archive.count else {
        return nil
      }
      let header = entry.centralHeader
      guard archive[at...].starts(with: header) else { return nil }
      at += header.count
      next = entry.offset + entry.localHeader.count + entry.packed
      guard next <= end.directory else { return nil }
      entries.append(entry)
    }
    guard at == end.directory + end.directoryBytes, next == end.directory else { return nil }
    self.entries = entries
    self.archive = archive
  }
}

extension ZipReader {
  /// - Parameter each: gets the file piece by piece.
  /// - Returns: whether the file is whole, by its headers and its CRC.
  func read(_ entry: ZipEntry, each: (UnsafeBufferPointer<UInt8>) -> Void) -> Bool {
    let header = entry.localHeader
    guard archive[entry.offset...].starts(with: header) else { return false }
    let start = entry.offset + header.count
    var (crc, bytes) = (UInt(0), 0)
    let isWhole = Inflater.unpack(
      UnsafeBufferPointer(rebasing: archive[start..<start + entry.packed]), limit: entry.bytes,
      each: { piece in
        crc = crc32_z(crc, piece.baseAddress, piece.count)
        bytes += piece.count
        each(piece)
      })
    return isWhole && bytes == entry.bytes && UInt32(truncatingIfNeeded: crc) == entry.crc
  }

  private static func entry(_ archive: UnsafeBufferPointer<UInt8>, at: Int) -> ZipEntry? {
    guard archive.number(at: at, width: 4) == 0x0201_4B50, let crc = archive.number(at: at + 16, width: 4),
      let packed = archive.number(at: at + 20, width: 4), let bytes = archive.number(at: at + 24, width: 4),
      let length = archive.number(at: at + 28, width: 2), let offset = archive.number(at: at + 42, width: 4),
      at + 46 + length <= archive.count
    else { return nil }
    let name = String(decoding: archive[(at + 46)..<(at + 46 + length)], as: UTF8.self)
    var entry = ZipEntry(name: name, crc: UInt32(crc), packed: packed, bytes: bytes, offset: offset)
    var wide = at + 46 + length + 4
    if packed == ZipEntry.widest && bytes == ZipEntry.widest {
      guard let bytes = archive.number(at: wide, width: 8), let packed = archive.number(at: wide + 8, width: 8) else {
        return nil
      }
      (entry.bytes, entry.packed, entry.isWide) = (bytes, packed, true)
      wide += 16
    }
    if offset == ZipEntry.widest {
      guard let offset = archive.number(at: wide, width: 8) else { return nil }
      entry.offset = offset
    }
    return entry
  }
}

/// What stands at the end of an archive: where its directory lies, in 64 bits too where it must (APPNOTE.TXT 6.3.10,
/// sections 4.3.14 to 4.3.16).
struct ZipEnd: Equatable, Sendable {
  var entries: Int
  var directory: Int
  var directoryBytes: Int

  static let narrowBytes = 22
  static let wideBytes = 56 + 20 + 22

  private var isWide: Bool { entries >= 0xFFFF || directory >= ZipEntry.widest || directoryBytes >= ZipEntry.widest }
}

extension ZipEnd {
  var bytes: [UInt8] {
    var record = ZipRecord()
    if isWide { appendWide(to: &record) }
    record.append32(0x0605_4B50)
    record.append32(0)
    record.append16(min(entries, 0xFFFF))
    record.append16(min(entries, 0xFFFF))
    record.append32(min(directoryBytes, ZipEntry.widest))
    record.append32(min(directory, ZipEntry.widest))
    record.append16(0)
    return record.bytes
  }

  private func appendWide(to record: inout ZipRecord) {
    record.append32(0x0606_4B50)
    record.append64(44)
    record.append16(3 << 8 | 45)
    record.append16(45)
    record.append64(0)
    for number in [entries, entries, directoryBytes, directory] { record.append64(number) }
    record.append32(0x0706_4B50)
    record.append32(0)
    record.append64(directory + directoryBytes)
    record.append32(1)
  }

  /// - Returns: nil if the bytes do not end as an archive of this program does.
  init?(of archive: UnsafeBufferPointer<UInt8>) {
    let narrow = archive.count - ZipEnd.narrowBytes
    guard narrow >= 0, let entries = archive.number(at: narrow + 10, width: 2),
      let size = archive.number(at: narrow + 12, width: 4), let start = archive.number(at: narrow + 16, width: 4)
    else { return nil }
    (self.entries, directory, directoryBytes) = (entries, start, size)
    let wide = archive.count - ZipEnd.wideBytes
    if isWide, wide >= 0, let entries = archive.number(at: wide + 24, width: 8),
      let size = archive.number(at: wide + 40, width: 8), let start = archive.number(at: wide + 48, width: 8)
    {
      (self.entries, directory, directoryBytes) = (entries, start, size)
    }
    guard directory <= archive.count, directoryBytes <= archive.count else { return nil }
    let end = bytes
    guard archive.suffix(end.count).elementsEqual(end), directory <= archive.count - end.count,
      directoryBytes == archive.count - end.count - directory
    else { return nil }
  }
}

/// A file of an archive, and its two headers as they stand there (APPNOTE.TXT 6.3.10, sections 4.3.7 and 4.3.12): names in
/// UTF-8, one fixed time, mode 0644, deflate, Zip64 where a number does not fit. So a file has but one form, and a header
/// that says anything else was changed.
struct ZipEntry: Equatable, Sendable {
  var name: String
  var crc: UInt32 = 0
  var packed = 0
  var bytes = 0
  /// Of its header in the archive.
  var offset = 0
  /// Whether its sizes are written in 64 bits.
  var isWide = false

  /// The largest number that fits in 32 bits; those above it, and this one, are written in 64.
  static let widest = 0xFFFF_FFFF
  /// A file from this size on may grow beyond it when it is packed.
  static let wideFrom = 0xFFFF_FFFF - (1 << 20)
}

extension ZipEntry {
  var localHeader: [UInt8] {
    var record = ZipRecord(signature: 0x0403_4B50)
    record.append16(version)
    appendCommon(to: &record)
    record.append16(isWide ? 20 : 0)
    record.bytes += name.utf8
    if isWide {
      record.append16(1)
      record.append16(16)
      record.append64(bytes)
      record.append64(packed)
    }
    return record.bytes
  }

  var centralHeader: [UInt8] {
    var extra = ZipRecord()
    if isWide {
      extra.append64(bytes)
      extra.append64(packed)
    }
    if offset >= ZipEntry.widest { extra.append64(offset) }
    var record = ZipRecord(signature: 0x0201_4B50)
    // Made on Unix, so that the mode below counts.
    record.append16(3 << 8 | version)
    record.append16(version)
    appendCommon(to: &record)
    record.append16(extra.bytes.isEmpty ? 0 : extra.bytes.count + 4)
    for _ in 0..<3 { record.append16(0) }
    record.append32(0o100644 << 16)
    record.append32(min(offset, ZipEntry.widest))
    record.bytes += name.utf8
    if !extra.bytes.isEmpty {
      record.append16(1)
      record.append16(extra.bytes.count)
      record.bytes += extra.bytes
    }
    return record.bytes
  }

  private var version: Int { isWide || offset >= ZipEntry.widest ? 45 : 20 }

  /// Flags to the name's length.
  private func appendCommon(to record: inout ZipRecord) {
    record.append16(1 << 11)
    record.append16(8)
    // Midnight on 1 January 1980, the first that the format knows.
    record.append16(0)
    record.append16(1 << 5 | 1)
    record.append32(Int(crc))
    record.append32(isWide ? ZipEntry.widest : packed)
    record.append32(isWide ? ZipEntry.widest : bytes)
    record.append16(name.utf8.count)
  }
}

/// Reads a compiled zone file (TZif, RFC 9636): the 64-bit transitions, then the footer's rule for the years after
/// them, to 2100.
extension Zone {
  /// Why a zone was not loaded.
  public enum LoadError: Error, Equatable, Sendable {
    /// Not a name of the database (letters, digits, `/ _ - +`).
    case invalidName
    /// No such file: an unknown zone, or no zone database on this machine.
    case notFound
    /// The file is not TZif version 2 or later.
    case unreadable
  }

  /// - Parameter read: the bytes of a file below the database's folder, nil if there is none.
  public static func load(_ name: String, read: (String) -> [UInt8]?) throws(LoadError) -> Zone {
    if name == "UTC" { return .utc }
    let allowed = name.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
        || [0x2F, 0x5F, 0x2D, 0x2B].contains($0)
    }
    guard allowed, !name.isEmpty, !name.hasPrefix("/") else { throw .invalidName }
    guard let bytes = read(name) else { throw .notFound }
    var reader = ZoneFileReader(bytes: bytes)
    guard let zone = reader.zone(named: name) else { throw .unreadable }
    return zone
  }
}

private struct ZoneFileReader {
  let bytes: [UInt8]
  var position = 0

  mutating func zone(named name: String) -> Zone? {
    guard let first = header(), first.version >= 2 else { return nil }
    position += first.times * 5 + first.types * 6 + first.letters + first.leaps * 8 + first.standards + first.universals
    guard let counts = header(), counts.types > 0 else { return nil }
    let length = counts.times * 9 + counts.types * 6 + counts.letters
    guard position + length <= bytes.count else { return nil }
    // Some files begin with the Big Bang: seconds are kept where milliseconds can be made of them.
    let times = (0..<counts.times).map { max(-1 << 40, min(1 << 40, integer(at: position + $0 * 8, width: 8))) }
    let kinds = (0..<counts.times).map { Int(bytes[position + counts.times * 8 + $0]) }
    let typesAt = position + counts.times * 9
    let types = (0..<counts.types).map { Int(integer(at: typesAt + $0 * 6, width: 4)) }
    let standard: Int = (0..<counts.types).first(where: { bytes[typesAt + $0 * 6 + 4] == 0 }) ?? 0
    guard kinds.allSatisfy({ $0 < types.count }) else { return nil }
    var starts: [Int64] = [.min]
    var offsets = [types[standard]]
    for (time, kind) in zip(times, kinds) where time > starts[starts.count - 1] {
      starts.append(time)
      offsets.append(types[kind])
    }
    position += length + counts.leaps * 12 + counts.standards + counts.universals
    if let rule = footer().flatMap(ZoneRule.init) {
      for (time, offset) in rule.transitions(after: times.last ?? 0) {
        starts.append(time)
        offsets.append(offset)
      }
    }
    return Zone(name: name, starts: starts, offsets: offsets)
  }

  private mutating func header() -> (
    version: UInt8, universals: Int, standards: Int, leaps: Int, times: Int, types: Int, letters: Int
  )? {
    guard position + 44 <= bytes.count, bytes[position..<position + 4].elementsEqual("TZif".utf8) else { return nil }
    let version = bytes[position + 4] == 0 ? 1 : bytes[position + 4] &- 0x30
    let counts = (0..<6).map { Int(integer(at: position + 20 + $0 * 4, width: 4)) }
    position += 44
    guard counts.allSatisfy({ $0 >= 0 && $0 < bytes.count }) else { return nil }
    return (version, counts[0], counts[1], counts[2], counts[3], counts[4], counts[5])
  }

  private func integer(at offset: Int, width: Int) -> Int64 {
    let value = bytes[offset..<offset + width].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return width == 4 ? Int64(Int32(truncatingIfNeeded: value)) : Int64(bitPattern: value)
  }

  private func footer() -> String? {
    guard position < bytes.count, bytes[position] == 0x0A else { return nil }
    return String(decoding: bytes[(position + 1)...].prefix { $0 != 0x0A }, as: UTF8.self)
  }
}

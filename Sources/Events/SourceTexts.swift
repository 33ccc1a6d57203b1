import Files
import Glibc

/// The bytes that events point to: the mapped files, and the arena of ids that stand in no file as they are.
final class SourceTexts: @unchecked Sendable {
  // Unchecked: the bytes belong to the files and the arena, which are never written.
  let files: [SourceFile]
  private let arena: MappedBytes
  /// By file number; 0 is the arena.
  private let bases: [UnsafePointer<UInt8>]

  init(files: [SourceFile], arena bytes: [UInt8]) throws(FileError) {
    self.files = files
    // Never empty, so that it has an address.
    arena = try MappedBytes(copying: bytes + [0])
    bases = ([arena] + files.map(\.mapped)).map { $0.bytes.baseAddress ?? WordPadding.base }
  }
}

extension SourceTexts {
  func file(_ location: Location) -> SourceFile { files[location.file - 1] }

  @inline(__always)
  func bytes(_ location: Location, _ count: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: bases[location.file] + location.offset, count: count)
  }

  /// The id of an event's record, without what its suffix adds.
  @inline(__always)
  func recordID(_ event: Event) -> UnsafeBufferPointer<UInt8> {
    bytes(Location(packed: event.idPlace), Int(event.idCount))
  }

  func record(_ event: Event) -> UnsafeBufferPointer<UInt8> {
    bytes(Location(packed: event.record), Int(event.recordCount))
  }

  /// The decoded text at a place.
  func string(_ place: TextPlace) -> String {
    var text: [UInt8] = []
    Slot.decode(bytes(place.location, Int(place.count)), place.form, to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  func appendID(_ event: Event, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: recordID(event))
    let suffix = event.suffix.text
    bytes.append(contentsOf: UnsafeBufferPointer(start: suffix.utf8Start, count: suffix.utf8CodeUnitCount))
  }
}

extension SourceTexts {
  func sameRecordID(_ a: Event, _ b: Event) -> Bool {
    guard a.idHash == b.idHash, a.idCount == b.idCount else { return false }
    let (x, y) = (recordID(a), recordID(b))
    guard let p = x.baseAddress, let q = y.baseAddress else { return true }
    return memcmp(p, q, x.count) == 0
  }

  /// The order of `guide/rules.md`: instant, rank, id as bytes. Equal ids leave the order of the records.
  @inline(__always)
  func precedes(_ a: Event, _ b: Event) -> Bool {
    if a.at != b.at { return a.at < b.at }
    let (x, y) = (a.kind.rank(by: a.actor), b.kind.rank(by: b.actor))
    if x != y { return x < y }
    return idPrecedes(a, b)
  }

  private func idPrecedes(_ a: Event, _ b: Event) -> Bool {
    let (x, y) = (recordID(a), recordID(b))
    guard let p = x.baseAddress, let q = y.baseAddress else { return false }
    let order = memcmp(p, q, min(x.count, y.count))
    if order != 0 { return order < 0 }
    if a.suffix == .none && b.suffix == .none {
      return x.count != y.count ? x.count < y.count : a.record < b.record
    }
    return suffixedPrecedes(a, b)
  }

  private func suffixedPrecedes(_ a: Event, _ b: Event) -> Bool {
    var (x, y): ([UInt8], [UInt8]) = ([], [])
    appendID(a, to: &x)
    appendID(b, to: &y)
    return x == y ? a.record < b.record : x.lexicographicallyPrecedes(y)
  }
}

import Files
import Glibc

/// The ids of a store's events, decoded, those of a party one behind another: in memory, or in a scratch file.
struct EventIDs: @unchecked Sendable {
  // Unchecked: each byte is written once, before the store is there.
  private let column: ScratchColumn<UInt8>
  private let base: UnsafeMutablePointer<UInt8>?

  init(byteCount: Int, inMemory limit: Int) throws(FileError) {
    column = ScratchColumn<UInt8>(inMemory: limit)
    try column.resize(byteCount)
    base = column.values.baseAddress
  }

  /// Where an id's bytes are: the offset in the high 48 bits, the count below. Of an id that is too long for this, the
  /// count stands ahead of the bytes, in 4 of its own.
  struct Place: Sendable, BitwiseCopyable {
    private var packed: UInt64 = 0

    @inline(__always)
    init() {}

    @inline(__always)
    init(offset: Int, count: Int) { packed = UInt64(offset) << 16 | UInt64(min(count, Place.long)) }

    /// A count that stands ahead of the bytes.
    static let long = 0xFFFF

    /// How many bytes an id takes.
    @inline(__always)
    static func room(_ count: Int) -> Int { count < long ? count : count + MemoryLayout<UInt32>.size }

    @inline(__always)
    var offset: Int { Int(packed >> 16) }
    @inline(__always)
    var shortCount: Int { Int(packed & 0xFFFF) }
  }
}

extension EventIDs {
  /// Writes an id where `Place.room` bytes are kept for it.
  @inline(__always)
  func write(_ id: UnsafeBufferPointer<UInt8>, at offset: Int) -> Place {
    guard let base, let from = UnsafeRawPointer(id.baseAddress) else { return Place() }
    var target = UnsafeMutableRawPointer(base + offset)
    if id.count >= Place.long {
      target.storeBytes(of: UInt32(id.count), as: UInt32.self)
      target += MemoryLayout<UInt32>.size
    }
    EventIDs.copy(from, id.count, to: target)
    return Place(offset: offset, count: id.count)
  }

  /// Calls with the id of an event's record, without what its suffix adds.
  @inline(__always)
  func withRecordID<Result>(_ event: Event, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    guard let base else { return body(WordPadding.empty) }
    let start = base + event.idPlace.offset
    let count = event.idPlace.shortCount
    if count < Place.long { return body(UnsafeBufferPointer(start: start, count: count)) }
    return body(EventIDs.long(start))
  }

  /// Has the processor fetch an event's id.
  @inline(__always)
  func fetch(_ event: Event) { if let base { prefetch(base + event.idPlace.offset) } }

  func append(_ event: Event, to bytes: inout [UInt8]) {
    withRecordID(event) { bytes.append(contentsOf: $0) }
    if event.suffix == .none { return }
    let suffix = event.suffix.text
    bytes.append(contentsOf: UnsafeBufferPointer(start: suffix.utf8Start, count: suffix.utf8CodeUnitCount))
  }

  /// Gives the memory of ids in a file back to the system: those of two parties, and of all between them.
  func release(behind first: EventSlice, through last: EventSlice) {
    guard column.isSpilled else { return }
    let start = first.lazy.map(\.idPlace.offset).min() ?? 0
    let end = last.lazy.map(\.idPlace.offset).max() ?? 0
    // A page that other parties share is let go with the one that is behind it in the walk.
    release(max(0, start - EventIDs.page)..<max(start, end))
  }

  func release(_ range: Range<Int>) { column.release(range) }
}

extension EventIDs {
  private static let page = 1 << 12

  private static func long(_ start: UnsafeMutablePointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    let count = UnsafeRawPointer(start).loadUnaligned(as: UInt32.self)
    return UnsafeBufferPointer(start: start + MemoryLayout<UInt32>.size, count: Int(count))
  }

  /// Nothing is written behind the text: others may stand there already.
  @inline(__always)
  private static func copy(_ from: UnsafeRawPointer, _ count: Int, to target: UnsafeMutableRawPointer) {
    guard (8...16).contains(count) else {
      memcpy(target, from, count)
      return
    }
    let last = count - 8
    target.storeBytes(of: from.loadUnaligned(as: UInt64.self), as: UInt64.self)
    (target + last).storeBytes(of: (from + last).loadUnaligned(as: UInt64.self), as: UInt64.self)
  }
}

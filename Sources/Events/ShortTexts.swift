/// Remembers the numbers of the short texts that were met last, so that most need no look into a table.
///
/// A text must be followed by readable bytes up to eight from its start, as in `ByteKeys`.
struct ShortTexts: ~Copyable {
  private static let count = 64
  private let entries: UnsafeMutablePointer<Entry>

  private struct Entry {
    /// The text's bytes, and its length.
    var bytes: UInt64 = 0
    var count = 0
    var number: UInt32 = 0
  }

  init() {
    entries = .allocate(capacity: ShortTexts.count)
    entries.initialize(repeating: Entry(), count: ShortTexts.count)
  }

  deinit { entries.deallocate() }
}

extension ShortTexts {
  func clear() { entries.update(repeating: Entry(), count: ShortTexts.count) }

  /// - Parameter find: tells the number of a text that is not remembered.
  @inline(__always)
  func number(
    _ text: UnsafeBufferPointer<UInt8>, _ find: (UnsafeBufferPointer<UInt8>) -> UInt32
  ) -> UInt32 {
    guard text.count <= 8, text.count > 0, let base = text.baseAddress else { return find(text) }
    let bytes =
      UInt64(littleEndian: UnsafeRawPointer(base).loadUnaligned(as: UInt64.self))
      & (UInt64.max >> UInt64(64 - text.count * 8))
    let entry = entries + Int((bytes &* 0x9E37_79B9_7F4A_7C15) >> 58)
    if entry.pointee.bytes == bytes, entry.pointee.count == text.count { return entry.pointee.number }
    let number = find(text)
    entry.pointee = Entry(bytes: bytes, count: text.count, number: number)
    return number
  }
}

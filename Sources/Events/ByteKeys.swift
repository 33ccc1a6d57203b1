import Glibc

/// A few known words, found by their bytes without hashing: length and first eight bytes are compared at once.
///
/// What is looked up must be followed by readable bytes up to eight from its start, as those of `MappedBytes` and
/// `Scratch` are.
final class ByteKeys: @unchecked Sendable {
  // Unchecked: never written after `init`.
  private let entries: UnsafeMutableBufferPointer<Entry>
  private let text: UnsafeMutableBufferPointer<UInt8>

  struct Entry {
    var head: UInt64
    var count: Int
    var start: Int
  }

  init(_ words: [String]) {
    let bytes = words.map { Array($0.utf8) }
    text = .allocate(capacity: bytes.reduce(8) { $0 + $1.count })
    text.initialize(repeating: 0)
    entries = .allocate(capacity: words.count)
    var start = 0
    for (i, word) in bytes.enumerated() {
      for (j, byte) in word.enumerated() { text[start + j] = byte }
      let head = word.isEmpty ? 0 : ByteKeys.head(UnsafePointer(text.baseAddress! + start), word.count)
      entries.initializeElement(at: i, to: Entry(head: head, count: word.count, start: start))
      start += word.count
    }
  }

  var view: View { View(entries: UnsafeBufferPointer(entries), text: UnsafePointer(text.baseAddress!)) }

  deinit {
    entries.deallocate()
    text.deallocate()
  }

  @inline(__always)
  fileprivate static func head(_ word: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
    let value = UnsafeRawPointer(word).loadUnaligned(as: UInt64.self)
    return count >= 8 ? value : value & (1 << UInt64(truncatingIfNeeded: count * 8) &- 1)
  }
}

extension ByteKeys {
  /// The words without the object that owns them, for loops that must not count references.
  struct View {
    fileprivate let entries: UnsafeBufferPointer<Entry>
    fileprivate let text: UnsafePointer<UInt8>

    /// The word's index, -1 if it is none of them.
    @inline(__always)
    func index(of word: UnsafePointer<UInt8>, _ count: Int) -> Int {
      let head = ByteKeys.head(word, count)
      guard let base = entries.baseAddress else { return -1 }
      for i in 0..<entries.count where base[i].head == head && base[i].count == count {
        if count <= 8 || memcmp(text + base[i].start + 8, word + 8, count - 8) == 0 { return i }
      }
      return -1
    }
  }

  /// For callers outside the hot loop.
  func index(of word: UnsafeBufferPointer<UInt8>) -> Int {
    guard let base = word.baseAddress else { return -1 }
    return view.index(of: base, word.count)
  }
}

import Glibc

/// Texts kept once each and numbered in the order in which they came; number 0 is the empty text.
struct TextTable: Sendable {
  private var bytes: [UInt8] = []
  /// Where each text ends.
  private var ends: [Int] = [0]
  private var hashes: [UInt32] = [0]
  /// Open addressing: a text's number, 0 for free.
  private var table: [UInt32] = Array(repeating: 0, count: 64)

}

extension TextTable: RandomAccessCollection {
  var startIndex: Int { 0 }
  var endIndex: Int { ends.count }

  subscript(_ index: Int) -> String {
    withBytes(index) { String(decoding: $0, as: UTF8.self) }
  }

  /// Calls with a text's bytes.
  @inline(__always)
  func withBytes<Result>(_ index: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
    let range = range(index)
    return try bytes.withUnsafeBufferPointer { try body(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  /// Whether one text comes before another in byte order.
  func precedes(_ a: Int, _ b: Int) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      let (a, b) = (bytes[range(a)], bytes[range(b)])
      guard let x = bytes.baseAddress else { return false }
      let order = memcmp(x + a.startIndex, x + b.startIndex, Swift.min(a.count, b.count))
      return order != 0 ? order < 0 : a.count < b.count
    }
  }
}

extension TextTable {
  /// The number of a text, which is kept if it is new.
  mutating func intern(_ text: UnsafeBufferPointer<UInt8>) -> UInt32 {
    text.isEmpty ? 0 : intern(text, hash: ByteHash.hash(text))
  }

  /// Takes over another table's texts.
  /// - Returns: by their number there, their number here.
  mutating func merge(_ other: TextTable) -> [UInt32] {
    var numbers: [UInt32] = [0]
    numbers.reserveCapacity(other.count)
    for i in 1..<Swift.max(1, other.count) {
      numbers.append(other.withBytes(i) { intern($0, hash: other.hashes[i]) })
    }
    return numbers
  }

  /// A text's number, if it is kept.
  func number(of text: UnsafeBufferPointer<UInt8>) -> UInt32? {
    if text.isEmpty { return 0 }
    let found = table[slot(text, hash: ByteHash.hash(text))]
    return found == 0 ? nil : found
  }

  func number(of text: String) -> UInt32? {
    var copy = text
    return copy.withUTF8 { number(of: $0) }
  }

  private func range(_ index: Int) -> Range<Int> { (index == 0 ? 0 : ends[index - 1])..<ends[index] }

  private mutating func intern(_ text: UnsafeBufferPointer<UInt8>, hash: UInt32) -> UInt32 {
    let at = slot(text, hash: hash)
    if table[at] != 0 { return table[at] }
    let number = UInt32(ends.count)
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
    hashes.append(hash)
    table[at] = number
    if ends.count * 2 > table.count { grow() }
    return number
  }

  /// Where a text stands in the table, or where it would.
  private func slot(_ text: UnsafeBufferPointer<UInt8>, hash: UInt32) -> Int {
    let mask = table.count - 1
    var at = Int(hash) & mask
    while table[at] != 0, !holds(Int(table[at]), text, hash) { at = (at + 1) & mask }
    return at
  }

  private func holds(_ index: Int, _ text: UnsafeBufferPointer<UInt8>, _ hash: UInt32) -> Bool {
    guard hashes[index] == hash, let a = text.baseAddress else { return false }
    let range = range(index)
    return range.count == text.count
      && bytes.withUnsafeBufferPointer {
        $0.baseAddress.map { memcmp($0 + range.lowerBound, a, text.count) == 0 } ?? false
      }
  }

  private mutating func grow() {
    var larger = [UInt32](repeating: 0, count: table.count * 2)
    let mask = larger.count - 1
    for i in 1..<ends.count {
      var at = Int(hashes[i]) & mask
      while larger[at] != 0 { at = (at + 1) & mask }
      larger[at] = UInt32(i)
    }
    table = larger
  }
}

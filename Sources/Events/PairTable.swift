/// Pairs of numbers, numbered in the order in which they came.
struct PairTable: Sendable {
  private(set) var pairs: [UInt64] = []
  /// Open addressing: a pair's number plus 1, 0 for free.
  private var table: [UInt32] = Array(repeating: 0, count: 64)

  @inline(__always)
  static func pair(_ a: UInt32, _ b: UInt32) -> UInt64 { UInt64(a) << 32 | UInt64(b) }

  mutating func intern(_ pair: UInt64) -> UInt32 {
    let at = slot(pair)
    if table[at] != 0 { return table[at] - 1 }
    pairs.append(pair)
    table[at] = UInt32(pairs.count)
    if pairs.count * 2 > table.count { grow() }
    return UInt32(pairs.count - 1)
  }

  func number(of pair: UInt64) -> UInt32? {
    let found = table[slot(pair)]
    return found == 0 ? nil : found - 1
  }

  private func slot(_ pair: UInt64) -> Int {
    let mask = table.count - 1
    var at = Int(ByteHash.hash(pair)) & mask
    while table[at] != 0, pairs[Int(table[at]) - 1] != pair { at = (at + 1) & mask }
    return at
  }

  private mutating func grow() {
    var larger = [UInt32](repeating: 0, count: table.count * 2)
    let mask = larger.count - 1
    for (i, pair) in pairs.enumerated() {
      var at = Int(ByteHash.hash(pair)) & mask
      while larger[at] != 0 { at = (at + 1) & mask }
      larger[at] = UInt32(i + 1)
    }
    table = larger
  }
}

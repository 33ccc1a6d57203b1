/// Ranges of customers, in the order of brand and customer: each thread that builds the store takes one after another.
/// They change nothing but who does what, and when.
struct CustomerRanges: Sendable {
  struct Key: Sendable {
    var brand: [UInt8]
    var customer: [UInt8]
  }

  /// By boundary, the first customer of the range behind it.
  private let keys: [Key]
  /// By boundary, the customer's first bytes behind what all have in common.
  private let heads: [UInt64]
  /// What all boundaries' customers begin with, and its first bytes.
  private let prefix: [UInt8]
  private let prefixHead: UInt64
  private(set) var withoutBrand: Range<Int>
  /// A shortcut to the boundaries of customers without a brand.
  private var shortcut: HeadIndex?

  /// - Parameters:
  ///   - sample: some customers of the data.
  ///   - count: about how many ranges are wanted.
  init(sample: [Key], count: Int) {
    let sorted = sample.sorted { CustomerRanges.precedes($0, $1) }
    var keys: [Key] = []
    for boundary in 1..<max(1, count) where !sorted.isEmpty {
      let key = sorted[boundary * sorted.count / count]
      if keys.last.map({ CustomerRanges.precedes($0, key) }) ?? true { keys.append(key) }
    }
    let common = CustomerRanges.commonPrefix(keys)
    self.keys = keys
    prefix = common
    prefixHead = common.withUnsafeBufferPointer { ByteOrder.head($0) }
    heads = keys.map { key in
      key.customer.withUnsafeBufferPointer { ByteOrder.head(UnsafeBufferPointer(rebasing: $0[common.count...])) }
    }
    withoutBrand = 0..<0
    withoutBrand = ranges(ofBrand: WordPadding.empty)
    shortcut = HeadIndex(heads, withoutBrand)
  }
}

extension CustomerRanges {
  var count: Int { keys.count + 1 }

  /// The boundaries that are customers of a brand.
  func ranges(ofBrand brand: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    let first = keys.partitioningIndex { key in
      !key.brand.withUnsafeBufferPointer { ByteOrder.precedes($0, brand) }
    }
    let end = keys.partitioningIndex { key in
      key.brand.withUnsafeBufferPointer { ByteOrder.precedes(brand, $0) }
    }
    return first..<end
  }

  /// The range of a customer of the brand that has the boundaries: as many as do not come behind the customer.
  @inline(__always)
  func range(of customer: UnsafeBufferPointer<UInt8>, in boundaries: Range<Int>) -> Int {
    if boundaries.isEmpty { return boundaries.lowerBound }
    var rest = customer
    if !prefix.isEmpty {
      guard beginsWithPrefix(customer) else { return slowRange(customer, boundaries) }
      rest = UnsafeBufferPointer(rebasing: customer[prefix.count...])
    }
    let head = ByteOrder.head(rest)
    var found = boundaries.lowerBound
    if let shortcut, boundaries == withoutBrand {
      found = shortcut.start(head)
    } else {
      found = firstAbout(head, boundaries)
    }
    while found < boundaries.upperBound, heads[found] <= head { found += 1 }
    return found > boundaries.lowerBound && heads[found - 1] == head ? slowRange(customer, boundaries) : found
  }

  private func firstAbout(_ head: UInt64, _ boundaries: Range<Int>) -> Int {
    boundaries.lowerBound + heads[boundaries].partitioningIndex { $0 > head } - boundaries.lowerBound
  }

  @inline(__always)
  private func beginsWithPrefix(_ customer: UnsafeBufferPointer<UInt8>) -> Bool {
    guard customer.count >= prefix.count else { return false }
    if prefix.count <= 8 { return (ByteOrder.head(customer) ^ prefixHead) >> UInt64(64 - 8 * prefix.count) == 0 }
    return prefix.withUnsafeBufferPointer {
      ByteOrder.areEqual($0, UnsafeBufferPointer(rebasing: customer[..<prefix.count]))
    }
  }

  private func slowRange(_ customer: UnsafeBufferPointer<UInt8>, _ boundaries: Range<Int>) -> Int {
    boundaries.lowerBound
      + keys[boundaries].partitioningIndex { key in
        key.customer.withUnsafeBufferPointer { ByteOrder.precedes(customer, $0) }
      } - boundaries.lowerBound
  }

  private static func precedes(_ a: Key, _ b: Key) -> Bool {
    a.brand == b.brand ? a.customer.lexicographicallyPrecedes(b.customer) : a.brand.lexicographicallyPrecedes(b.brand)
  }

  private static func commonPrefix(_ keys: [Key]) -> [UInt8] {
    guard let first = keys.first?.customer else { return [] }
    return keys.reduce(first) { prefix, key in
      Array(zip(prefix, key.customer).prefix { $0 == $1 }.map(\.0))
    }
  }
}

/// Where in sorted numbers to begin looking: a table by their high bits.
struct HeadIndex: Sendable {
  private static let count = 4096
  private let least: UInt64
  private let shift: UInt64
  /// By high bits, how many come before.
  private var starts: [UInt16]

  /// Nil if there are none.
  init?(_ heads: [UInt64], _ range: Range<Int>) {
    guard let first = heads[range].first, let last = heads[range].last else { return nil }
    least = first
    shift = UInt64(max(0, 52 - (last - first).leadingZeroBitCount))
    starts = []
    starts.reserveCapacity(HeadIndex.count + 1)
    var place = range.lowerBound
    for bits in 0...HeadIndex.count {
      while place < range.upperBound, (heads[place] - first) >> shift < bits { place += 1 }
      starts.append(UInt16(truncatingIfNeeded: place))
    }
  }

  /// No number before this place is greater than, or equal to, the head's first.
  @inline(__always)
  func start(_ head: UInt64) -> Int {
    if head < least { return Int(starts[0]) }
    return Int(starts[Int(min((head - least) >> shift, UInt64(HeadIndex.count)))])
  }
}

extension RandomAccessCollection where Index == Int {
  /// The first position from which on the predicate holds.
  func partitioningIndex(where holds: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = low + (high - low) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

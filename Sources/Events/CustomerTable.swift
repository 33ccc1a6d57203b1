import Glibc

/// The customers of one range, numbered as they come, and then ranked by brand and customer as bytes.
struct CustomerTable: ~Copyable {
  struct Entry {
    var hash: UInt32
    var brand: UInt32
    var textStart: Int
    var textCount: Int
    var events: Int
    var idBytes: Int
    var told = CustomerTexts()
    /// Whether the customer is left out.
    var isOmitted = false
  }

  private var entries: [Entry] = []
  private var text: [UInt8] = []
  /// Open addressing: the hash in the high half, the number plus 1 below; 0 for free.
  private var slots: [UInt64] = Array(repeating: 0, count: 1 << 10)
  /// By rank, the number; and by number, the rank.
  private var order: [UInt32] = []
  private var ranks: [UInt32] = []
  /// Of all but those who are left out.
  private(set) var count = 0
}

extension CustomerTable {
  /// Those who are left out come behind all others.
  var ranksOfOmitted: Range<Int> { count..<entries.count }

  /// By rank.
  subscript(_ rank: Int) -> Entry { entries[Int(order[rank])] }

  func rank(_ number: Int) -> Int { Int(ranks[number]) }

  func withText(_ entry: Entry, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    text.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[entry.textStart..<entry.textStart + entry.textCount]))
    }
  }

  /// Where a party's events, and their ids' bytes, begin among the range's.
  struct Start {
    var event = 0
    var id = 0
  }

  /// By number.
  var starts: [Start] {
    var starts = [Start](repeating: Start(), count: entries.count)
    var start = Start()
    for number in order {
      starts[Int(number)] = start
      start.event += entries[Int(number)].events
      start.id += entries[Int(number)].idBytes
    }
    return starts
  }

  /// Counts an event, whose id takes so many bytes.
  /// - Returns: the customer's number.
  @inline(__always)
  mutating func count(_ brand: UInt32, _ customer: UnsafeBufferPointer<UInt8>, idBytes: Int) -> UInt32 {
    let hash = ByteHash.hash(customer) &+ brand &* 0x9E37_79B1
    let mask = slots.count - 1
    var at = Int(hash) & mask
    while true {
      let slot = slots[at]
      if slot == 0 { return add(hash, brand, customer, idBytes, at) }
      if UInt32(truncatingIfNeeded: slot >> 32) == hash {
        let number = Int(truncatingIfNeeded: slot & 0xFFFF_FFFF) - 1
        if holds(number, brand, customer) {
          entries[number].events += 1
          entries[number].idBytes += idBytes
          return UInt32(truncatingIfNeeded: number)
        }
      }
      at = (at + 1) & mask
    }
  }

  /// Notes what a record tells of a customer.
  mutating func note(_ number: Int, _ marks: UInt8, _ record: UInt64) {
    if marks & PackedRecord.Mark.tellsName != 0 { entries[number].told.name = record }
    if marks & PackedRecord.Mark.tellsEmail != 0 { entries[number].told.email = record }
  }

  /// Marks who is left out.
  mutating func omit(where omits: (Entry, UnsafeBufferPointer<UInt8>) -> Bool) {
    for number in entries.indices {
      entries[number].isOmitted = bytes(of: number) { omits(entries[number], $0) }
    }
  }

  /// - Parameter brandRanks: by brand, its place in the order.
  mutating func sort(_ brandRanks: [UInt32: Int]) {
    struct Key {
      var isOmitted: Bool
      var brand: Int
      var head: UInt64
      var number: UInt32
    }
    var keys: [Key] = []
    keys.reserveCapacity(entries.count)
    var (brand, brandRank) = (UInt32.max, 0)
    for (number, entry) in entries.enumerated() {
      if entry.brand != brand { (brand, brandRank) = (entry.brand, brandRanks[entry.brand] ?? 0) }
      keys.append(
        Key(
          isOmitted: entry.isOmitted, brand: brandRank, head: bytes(of: number) { ByteOrder.head($0) },
          number: UInt32(number)))
    }
    keys.sort { a, b in
      if a.isOmitted != b.isOmitted { return b.isOmitted }
      if a.brand != b.brand { return a.brand < b.brand }
      if a.head != b.head { return a.head < b.head }
      return bytes(of: Int(a.number)) { a in bytes(of: Int(b.number)) { b in ByteOrder.precedes(a, b) } }
    }
    order = keys.map(\.number)
    count = entries.count { !$0.isOmitted }
    ranks = [UInt32](repeating: 0, count: order.count)
    for (rank, number) in order.enumerated() { ranks[Int(number)] = UInt32(rank) }
    slots = []
  }
}

extension CustomerTable {
  private func bytes<Result>(of number: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let entry = entries[number]
    return text.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[entry.textStart..<entry.textStart + entry.textCount]))
    }
  }

  @inline(__always)
  private func holds(_ number: Int, _ brand: UInt32, _ customer: UnsafeBufferPointer<UInt8>) -> Bool {
    entries[number].brand == brand && bytes(of: number) { ByteOrder.areEqual($0, customer) }
  }

  private mutating func add(
    _ hash: UInt32, _ brand: UInt32, _ customer: UnsafeBufferPointer<UInt8>, _ idBytes: Int, _ slot: Int
  ) -> UInt32 {
    let number = UInt32(entries.count)
    entries.append(
      Entry(
        hash: hash, brand: brand, textStart: text.count, textCount: customer.count, events: 1, idBytes: idBytes))
    text.append(contentsOf: customer)
    slots[slot] = UInt64(hash) << 32 | UInt64(number + 1)
    if entries.count * 2 > slots.count { grow() }
    return number
  }

  private mutating func grow() {
    var larger = [UInt64](repeating: 0, count: slots.count * 2)
    let mask = larger.count - 1
    for slot in slots where slot != 0 {
      var at = Int(slot >> 32) & mask
      while larger[at] != 0 { at = (at + 1) & mask }
      larger[at] = slot
    }
    slots = larger
  }
}

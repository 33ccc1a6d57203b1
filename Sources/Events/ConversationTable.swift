/// The Conversations' ids of one range's customers: equal ids of one customer have equal numbers, from 1.
struct ConversationTable: ~Copyable {
  private var entries: [Entry] = []
  private var text: [UInt8] = []
  /// Open addressing: the number, 0 for free.
  private var slots: [UInt32] = Array(repeating: 0, count: 1 << 10)

  private struct Entry {
    var hash: UInt32
    var customer: UInt32
    var textStart: Int
    var textCount: Int
    /// The store's index of the first event that has it.
    var first: UInt32?
  }
}

extension ConversationTable {
  var isEmpty: Bool { entries.isEmpty }

  mutating func number(_ customer: Int, _ id: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let customer = UInt32(truncatingIfNeeded: customer)
    let hash = ByteHash.hash(id) &+ customer &* 0x9E37_79B1
    let mask = slots.count - 1
    var at = Int(hash) & mask
    while slots[at] != 0 {
      if holds(Int(slots[at]) - 1, hash, customer, id) { return slots[at] }
      at = (at + 1) & mask
    }
    entries.append(Entry(hash: hash, customer: customer, textStart: text.count, textCount: id.count))
    text.append(contentsOf: id)
    slots[at] = UInt32(entries.count)
    if entries.count * 2 > slots.count { grow() }
    return UInt32(entries.count)
  }

  /// The first event of a number; it is the given one if none was told before.
  mutating func first(_ number: UInt32, or event: UInt32) -> UInt32 {
    if let first = entries[Int(number) - 1].first { return first }
    entries[Int(number) - 1].first = event
    return event
  }
}

extension ConversationTable {
  private func holds(_ index: Int, _ hash: UInt32, _ customer: UInt32, _ id: UnsafeBufferPointer<UInt8>) -> Bool {
    let entry = entries[index]
    guard entry.hash == hash, entry.customer == customer, entry.textCount == id.count else { return false }
    return text.withUnsafeBufferPointer {
      ByteOrder.areEqual(UnsafeBufferPointer(rebasing: $0[entry.textStart..<entry.textStart + entry.textCount]), id)
    }
  }

  private mutating func grow() {
    var larger = [UInt32](repeating: 0, count: slots.count * 2)
    let mask = larger.count - 1
    for (index, entry) in entries.enumerated() {
      var at = Int(entry.hash) & mask
      while larger[at] != 0 { at = (at + 1) & mask }
      larger[at] = UInt32(index + 1)
    }
    slots = larger
  }
}

/// Puts the batches' events in the order of parties: brand, then customer, as bytes. Within a party they stay in the
/// order of their records.
struct PartySorter {
  private(set) var parties: [EventStore.Party] = []
  /// By the number that the merger gave a party, its place in `parties`.
  private var ranks: [UInt32]

  init(_ merger: BatchMerger) {
    let order = PartySorter.order(merger)
    ranks = [UInt32](repeating: 0, count: order.count)
    parties.reserveCapacity(order.count)
    var start = 0
    for (rank, number) in order.enumerated() {
      let pair = merger.parties.pairs[number]
      let end = start + merger.counts[number]
      parties.append(
        EventStore.Party(brand: UInt32(pair >> 32), customer: UInt32(pair & 0xFFFF_FFFF), events: start..<end))
      ranks[number] = UInt32(rank)
      start = end
    }
  }
}

extension PartySorter {
  /// All events, by party. Each batch gives its own up as soon as they are copied.
  func scatter(_ batches: inout [Batch], _ renumberings: [BatchMerger.Renumbering]) -> [Event] {
    var next = parties.map(\.events.lowerBound)
    return [Event](unsafeUninitializedCapacity: parties.last?.events.upperBound ?? 0) { events, count in
      for i in batches.indices {
        for event in batches[i].events {
          let event = renumbered(event, renumberings[i])
          events.initializeElement(at: next[Int(event.party)], to: event)
          next[Int(event.party)] += 1
        }
        count += batches[i].events.count
        batches[i].events = []
      }
    }
  }

  private func renumbered(_ event: Event, _ numbers: BatchMerger.Renumbering) -> Event {
    var event = event
    event.party = ranks[Int(numbers.parties[Int(event.party)])]
    event.conversation = numbers.names[Int(event.conversation)]
    event.actorID = numbers.names[Int(event.actorID)]
    event.channel = UInt16(truncatingIfNeeded: numbers.channels[Int(event.channel)])
    if Location(packed: event.idPlace).file == 0 { event.idPlace += numbers.arenaStart }
    return event
  }

  /// The parties' numbers in byte order of brand, then customer.
  private static func order(_ merger: BatchMerger) -> [Int] {
    let names = merger.names
    var brandRanks: [UInt32: Int] = [:]
    let brands = Set(merger.parties.pairs.map { UInt32($0 >> 32) }).sorted { names.precedes(Int($0), Int($1)) }
    for (rank, brand) in brands.enumerated() { brandRanks[brand] = rank }
    var keys = merger.parties.pairs.enumerated().map { number, pair in
      let customer = Int(pair & 0xFFFF_FFFF)
      return SortKey(
        brand: brandRanks[UInt32(pair >> 32)] ?? 0, head: names.withBytes(customer, head), customer: customer,
        number: number)
    }
    keys.sort { a, b in
      if a.brand != b.brand { return a.brand < b.brand }
      if a.head != b.head { return a.head < b.head }
      return names.precedes(a.customer, b.customer)
    }
    return keys.map(\.number)
  }

  /// A party's brand and the first bytes of its customer, so that most comparisons touch no text.
  private struct SortKey {
    var brand: Int
    var head: UInt64
    var customer: Int
    var number: Int
  }

  /// The first eight bytes, in an order that agrees with that of the bytes.
  private static func head(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    (0..<8).reduce(0) { $0 << 8 | ($1 < text.count ? UInt64(text[$1]) : 0) }
  }
}

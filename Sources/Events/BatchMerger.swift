/// Joins the tables of batches, in their order, so that every number is the same for any division of the work.
struct BatchMerger {
  private(set) var names = NameTable()
  private(set) var channels = NameTable()
  private(set) var parties = PairTable()
  private(set) var customerTexts: [CustomerTexts] = []
  private(set) var actorNames: [UInt32: TextPlace] = [:]
  private(set) var people: [PersonRecord] = []
  private(set) var arena: [UInt8] = []
  /// How many events each party has.
  private(set) var counts: [Int] = []
  private(set) var renumberings: [Renumbering] = []
  private var unknownKinds = NameTable()
  private var unknownKindCounts: [Int] = [0]

  /// From a batch's numbers to the store's.
  struct Renumbering {
    var names: [UInt32]
    var channels: [UInt32]
    var parties: [UInt32]
    var arenaStart: UInt64
  }

  /// Takes the batches' tables over, which are then empty.
  init(_ batches: inout [Batch]) {
    for i in batches.indices {
      merge(batches[i])
      batches[i].dropTables()
    }
  }
}

extension BatchMerger {
  /// Kinds that are not known, in byte order.
  var countedKinds: [(name: String, count: Int)] {
    unknownKinds.indices.dropFirst().sorted { unknownKinds.precedes($0, $1) }
      .map { (unknownKinds[$0], unknownKindCounts[$0]) }
  }

  private mutating func merge(_ batch: Batch) {
    let numbers = names.merge(batch.names)
    let parties = mergeParties(batch, numbers)
    for event in batch.events { counts[Int(parties[Int(event.party)])] += 1 }
    renumberings.append(
      Renumbering(
        names: numbers, channels: channels.merge(batch.channels), parties: parties, arenaStart: UInt64(arena.count)))
    arena += batch.arena
    for (actor, name) in batch.actorNames { actorNames[numbers[Int(actor)]] = name }
    people += batch.people.map { person in
      var person = person
      person.brand = numbers[Int(person.brand)]
      person.id = numbers[Int(person.id)]
      return person
    }
    mergeKinds(batch)
  }

  private mutating func mergeParties(_ batch: Batch, _ numbers: [UInt32]) -> [UInt32] {
    batch.parties.pairs.enumerated().map { number, pair in
      let brand = numbers[Int(pair >> 32)]
      let customer = numbers[Int(pair & 0xFFFF_FFFF)]
      let party = parties.intern(PairTable.pair(brand, customer))
      if Int(party) == counts.count { counts.append(0) }
      if number < batch.customerTexts.count { customerTexts.replace(at: Int(party), by: batch.customerTexts[number]) }
      return party
    }
  }

  private mutating func mergeKinds(_ batch: Batch) {
    let numbers = unknownKinds.merge(batch.unknownKinds)
    while unknownKindCounts.count < unknownKinds.count { unknownKindCounts.append(0) }
    for (kind, count) in batch.unknownKindCounts.enumerated() { unknownKindCounts[Int(numbers[kind])] += count }
  }
}

extension [CustomerTexts] {
  /// What a later record tells stands; what it leaves out stays. Grows only as far as anything is told.
  mutating func replace(at party: Int, by later: CustomerTexts) {
    guard later.name != nil || later.email != nil else { return }
    while count <= party { append(CustomerTexts()) }
    self[party].name = later.name ?? self[party].name
    self[party].email = later.email ?? self[party].email
  }
}

extension Batch {
  fileprivate mutating func dropTables() {
    names = NameTable()
    channels = NameTable()
    parties = PairTable()
    customerTexts = []
    arena = []
    people = []
  }
}

/// Joins the tables of batches, in their order, so that every number is the same for any division of the work.
struct BatchMerger: Sendable {
  private(set) var names = TextTable()
  private(set) var channels = TextTable()
  /// By actor, the record that last names it; 0 for none. As far as any is named.
  private(set) var actorNames: [UInt64] = []
  private(set) var people: [PersonRecord] = []
  private(set) var renumberings: [Renumbering] = []
  /// By brand, its place in byte order.
  private(set) var brandRanks: [UInt32: Int] = [:]
  private var unknownKinds = TextTable()
  private var unknownKindCounts: [Int] = [0]

  /// From a batch's numbers to the store's.
  struct Renumbering: Sendable {
    var names: [UInt32]
    var channels: [UInt16]
  }

  /// - Throws: if there are more channels than an event can number.
  init(numbering batches: [Batch]) throws(ExportError) {
    for batch in batches { merge(batch) }
    rankBrands(batches)
    guard channels.count <= 1 << 16 else { throw .tooManyChannels }
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
    // More channels than an event can number are told by the table's count.
    renumberings.append(
      Renumbering(names: numbers, channels: channels.merge(batch.channels).map { UInt16(truncatingIfNeeded: $0) }))
    for (actor, record) in batch.actorNames.enumerated() where record != 0 {
      let number = Int(numbers[actor])
      while actorNames.count <= number { actorNames.append(0) }
      actorNames[number] = record
    }
    people += batch.people.map { PersonRecord(kind: $0.kind, id: numbers[Int($0.id)], location: $0.location) }
    mergeKinds(batch)
  }

  private mutating func mergeKinds(_ batch: Batch) {
    let numbers = unknownKinds.merge(batch.unknownKinds)
    while unknownKindCounts.count < unknownKinds.count { unknownKindCounts.append(0) }
    for (kind, count) in batch.unknownKindCounts.enumerated() { unknownKindCounts[Int(numbers[kind])] += count }
  }

  private mutating func rankBrands(_ batches: [Batch]) {
    var brands: Set<UInt32> = [0]
    for (batch, numbering) in zip(batches, renumberings) {
      for brand in batch.brands { brands.insert(numbering.names[Int(brand)]) }
    }
    let sorted = brands.sorted { names.precedes(Int($0), Int($1)) }
    for (rank, brand) in sorted.enumerated() { brandRanks[brand] = rank }
  }
}

/// What one worker met in a part of the data besides the events themselves, numbered by tables of its own, in the order
/// of the records.
struct Batch: Sendable {
  /// Brands, actors, and ids of agents and topics.
  var names = TextTable()
  var channels = TextTable()
  /// The names that are brands of events.
  var brands: Set<UInt32> = []
  var unknownKinds = TextTable()
  var unknownKindCounts: [Int] = [0]
  /// By actor, the record that last names it; 0 for none. As far as any is named.
  var actorNames: [UInt64] = []
  /// Agents and topics.
  var people: [PersonRecord] = []
  var customers: [CustomerRecord] = []
  var rejected: [RejectedRecord] = []
  var tallies: [FileTally] = []
}

/// A record of an agent or topic.
struct PersonRecord: Sendable {
  var kind: Layout.Kind
  var id: UInt32
  var location: Location
}

/// A record of a customer.
struct CustomerRecord: Sendable {
  var location: Location
  /// Of the brand and the id.
  var hash: UInt32
}

/// What was met in a part of a file.
struct FileTally: Sendable {
  var file: Int
  /// Where the next record begins.
  var end: Int
  var records = 0
  var rejected = 0
  /// Optional fields that were of another type at least once, as bits.
  var wrongTypes: UInt64 = 0
  var unknownLanes = Sightings()
  var unknownInitiators = Sightings()

  /// How often, and where first.
  struct Sightings: Sendable {
    var count = 0
    var first: Int?

    mutating func add(at offset: Int) {
      count += 1
      if first == nil { first = offset }
    }

    mutating func merge(_ later: Sightings) {
      count += later.count
      if first == nil { first = later.first }
    }
  }

  mutating func merge(_ later: FileTally) {
    records += later.records
    rejected += later.rejected
    wrongTypes |= later.wrongTypes
    unknownLanes.merge(later.unknownLanes)
    unknownInitiators.merge(later.unknownInitiators)
  }
}

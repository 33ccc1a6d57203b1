import Time

/// What one worker read: packed events and what else it met, numbered by tables of its own, in the order of the records.
struct Batch: Sendable {
  var names = NameTable()
  var channels = NameTable()
  /// Brand and customer of each party.
  var parties = PairTable()
  var events: [Event] = []
  /// Ids that do not stand in the file as they are, and eight zero bytes behind them.
  var arena: [UInt8] = []
  var unknownKinds = NameTable()
  var unknownKindCounts: [Int] = [0]
  /// By party, as far as any is told of.
  var customerTexts: [CustomerTexts] = []
  var actorNames: [UInt32: TextPlace] = [:]
  /// Topics too.
  var people: [PersonRecord] = []
  var rejected: [RejectedRecord] = []
  var tallies: [FileTally] = []
}

/// A text in a file.
struct TextPlace: Sendable {
  var location: Location
  var count: UInt32
  var form: Slot.Form
}

/// What neutral events tell of a customer.
struct CustomerTexts: Sendable {
  var name: TextPlace?
  var email: TextPlace?
}

/// A record of a customer, agent or topic.
struct PersonRecord: Sendable {
  var kind: Layout.Kind
  var brand: UInt32
  var id: UInt32
  var location: Location
}

struct RejectedRecord: Sendable {
  var location: Location
  var count: Int
  var rejection: Rejection
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

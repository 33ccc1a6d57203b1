import Files
import Glibc
import Time

/// Builds one range's part of the store from its packed records: parties in order, and each one's events.
///
/// The customers' texts are met twice: first they are numbered and counted, then each event goes to its place.
struct RangeBuilder: ~Copyable {
  private let runs: [RecordRun]
  private let pool: BlockPool
  private let merger: BatchMerger
  private let omitter: Omitter?
  private var table = CustomerTable()
  private var conversations = ConversationTable()
  /// By record, the table's number of its customer.
  private let partyNumbers = ScratchColumn<UInt32>(inMemory: 1 << 26)
  private var buffer: [UInt8] = []

  init(_ runs: [RecordRun], _ pool: BlockPool, _ merger: BatchMerger, _ omitter: Omitter?) {
    self.runs = runs
    self.pool = pool
    self.merger = merger
    self.omitter = omitter
  }

  /// Who is left out, and how to find out.
  struct Omitter: Sendable {
    var omission: Omission
    var reader: CustomerReader

    fileprivate func person(
      _ entry: CustomerTable.Entry, _ id: UnsafeBufferPointer<UInt8>, _ names: TextTable
    ) -> Person {
      names.withBytes(Int(entry.brand)) { reader.customer(brand: $0, id: id, told: entry.told) }
    }
  }

  /// What a range adds to the store besides its events.
  struct Result: Sendable {
    /// The events' ranges are those of the store.
    var parties: [EventStore.Party] = []
    var customers = TextColumn()
    /// By party, as far as any is told of; else empty.
    var told: [CustomerTexts] = []
    var outcome = DroppedEvents()
    var latest = LatestEvents()
    var omitted: [OmittedCustomer] = []
    var failure: FileError?
  }

  /// Where the range stands in the store.
  struct Place {
    /// The range's events.
    var events: UnsafeMutableBufferPointer<Event>
    /// The first byte of the range's ids in the store.
    var firstID: Int
    /// The first event's index in the store.
    var firstEvent: Int
    /// What a Conversation's number is above the index of an event that has it.
    var conversationsStart: UInt32
    /// The number of the store's first customer.
    var customersStart: UInt32
  }
}

extension RangeBuilder {
  /// Numbers and counts the customers.
  /// - Returns: how many parties the range has.
  mutating func count() throws(FileError) -> Int {
    try partyNumbers.resize(runs.reduce(0) { $0 + $1.records })
    let numbers = partyNumbers.values
    var index = 0
    for run in runs {
      let brands = merger.renumberings[run.part].names
      try pool.withBytes(of: run.block, run.bytes, &buffer) { bytes in
        guard var at = bytes.baseAddress else { return }
        for _ in 0..<run.records {
          let view = PackedRecord.View(at, brand: run.brand)
          numbers[index] = table.count(
            brands[Int(view.brand)], view.texts.customer, idBytes: EventIDs.Place.room(view.texts.id.count))
          index += 1
          at = view.next
        }
      }
    }
    if let omitter { try omit(omitter) }
    table.sort(merger.brandRanks)
    return table.count
  }

  /// Puts the events into their places and in order.
  /// - Parameter firstParty: the store's index of the range's first party.
  mutating func build(
    _ place: Place, firstParty: Int, texts: SourceTexts, ids: EventIDs
  ) throws(FileError) -> Result {
    try scatter(place, firstParty, ids)
    var result = Result()
    var orderer = PartyOrderer(texts: texts, ids: ids)
    var start = 0
    var end = 0
    for rank in 0..<table.count {
      let entry = table[rank]
      let kept = orderer.order(UnsafeMutableBufferPointer(rebasing: place.events[start..<start + entry.events]))
      if start != end { for i in 0..<kept { place.events[end + i] = place.events[start + i] } }
      number(place, end..<end + kept)
      result.add(
        entry, rank, customer: place.customersStart + UInt32(firstParty + rank), place.firstEvent, end..<end + kept)
      table.withText(entry) { result.customers.append($0) }
      for i in end..<end + kept { result.latest.add(place.events[i]) }
      start += entry.events
      end += kept
    }
    result.outcome = orderer.outcome
    result.outcome.tell(ids)
    if let omitter { result.omitted = omitted(place, from: start, omitter, PartyOrderer(texts: texts, ids: ids)) }
    return result
  }
}

extension RangeBuilder {
  /// Marks the customers who are left out.
  private mutating func omit(_ omitter: Omitter) throws(FileError) {
    if omitter.omission.readsPeople { try noteTold() }
    let names = merger.names
    table.omit { entry, id in
      omitter.omission.omits(
        omitter.omission.readsPeople
          ? omitter.person(entry, id, names) : Person(id: String(decoding: id, as: UTF8.self)))
    }
  }

  /// Notes what neutral events tell of customers.
  private mutating func noteTold() throws(FileError) {
    let numbers = partyNumbers.values
    var index = 0
    for run in runs {
      try pool.withBytes(of: run.block, run.bytes, &buffer) { bytes in
        guard var at = bytes.baseAddress else { return }
        for _ in 0..<run.records {
          let view = PackedRecord.View(at, brand: run.brand)
          table.note(Int(numbers[index]), view.event.kind, run.base &+ UInt64(view.offset))
          index += 1
          at = view.next
        }
      }
    }
  }

  /// Those who are left out; their events stand behind all others and are given up.
  private func omitted(
    _ place: Place, from start: Int, _ omitter: Omitter, _ orderer: consuming PartyOrderer
  ) -> [OmittedCustomer] {
    var omitted: [OmittedCustomer] = []
    var start = start
    for rank in table.ranksOfOmitted {
      let entry = table[rank]
      let events = UnsafeMutableBufferPointer(rebasing: place.events[start..<start + entry.events])
      table.withText(entry) {
        omitted.append(OmittedCustomer(person: omitter.person(entry, $0, merger.names), events: orderer.order(events)))
      }
      start += entry.events
    }
    return omitted
  }
}

extension RangeBuilder {
  private mutating func scatter(_ place: Place, _ firstParty: Int, _ ids: EventIDs) throws(FileError) {
    let numbers = partyNumbers.values
    var next = table.starts
    var index = 0
    for run in runs {
      let numbering = merger.renumberings[run.part]
      try pool.withBytes(of: run.block, run.bytes, &buffer) { bytes in
        guard var at = bytes.baseAddress else { return }
        for _ in 0..<run.records {
          let view = PackedRecord.View(at, brand: run.brand)
          let (number, texts) = (Int(numbers[index]), view.texts)
          let party = UInt32(firstParty + table.rank(number))
          var event = view.event(run.base, numbering, party: party, customer: place.customersStart + party)
          if !texts.conversation.isEmpty { event.conversation = conversations.number(number, texts.conversation) }
          if view.event.kind & (PackedRecord.Mark.tellsName | PackedRecord.Mark.tellsEmail) != 0 {
            table.note(number, view.event.kind, event.record)
          }
          event.idPlace = ids.write(texts.id, at: place.firstID + next[number].id)
          place.events.initializeElement(at: next[number].event, to: event)
          next[number].event += 1
          next[number].id += EventIDs.Place.room(texts.id.count)
          index += 1
          at = view.next
        }
      }
    }
  }

  /// Numbers a party's Conversations by the first event that has each.
  private mutating func number(_ place: Place, _ party: Range<Int>) {
    if conversations.isEmpty { return }
    for i in party where place.events[i].conversation != 0 {
      let first = conversations.first(place.events[i].conversation, or: UInt32(place.firstEvent + i))
      place.events[i].conversation = place.conversationsStart + first
    }
  }
}

extension PackedRecord.View {
  @inline(__always)
  func event(_ base: UInt64, _ numbering: BatchMerger.Renumbering, party: UInt32, customer: UInt32) -> Event {
    Event(
      milliseconds: event.milliseconds, record: base &+ UInt64(offset), idPlace: EventIDs.Place(), party: party,
      conversation: 0,
      actorID: event.kind & PackedRecord.Mark.isOwn != 0 ? customer : numbering.names[Int(event.actorID)],
      channel: numbering.channels[Int(event.channel)],
      kind: EventKind(rawValue: event.kind & PackedRecord.Mark.kinds).unsafelyUnwrapped, traits: event.traits)
  }
}

extension RangeBuilder.Result {
  fileprivate mutating func add(
    _ entry: CustomerTable.Entry, _ rank: Int, customer: UInt32, _ firstEvent: Int, _ events: Range<Int>
  ) {
    parties.append(
      EventStore.Party(
        brand: entry.brand, customer: customer,
        events: firstEvent + events.lowerBound..<firstEvent + events.upperBound))
    guard entry.told.name != 0 || entry.told.email != 0 else { return }
    while told.count < rank { told.append(CustomerTexts()) }
    told.append(entry.told)
  }
}

/// The records that last tell of a customer, packed locations; 0 for none.
struct CustomerTexts: Sendable {
  var name: UInt64 = 0
  var email: UInt64 = 0
}

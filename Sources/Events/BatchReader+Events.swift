import Time

/// Putting accepted events into the batch.
extension BatchReader {
  /// What the events of one record have in common.
  struct Common {
    var party: UInt32
    var conversation: UInt32
    var id: (location: Location, count: Int, hash: UInt32)
  }

  mutating func party(brand: UInt32, customer: UInt32) -> UInt32 {
    batch.parties.intern(PairTable.pair(brand, customer))
  }

  mutating func channel(_ text: Text) -> UInt16 {
    // A batch that met more channels than an event can number is told by its table's count.
    UInt16(truncatingIfNeeded: batch.channels.intern(text))
  }

  mutating func channel(_ name: StaticString) -> UInt16 {
    channel(UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
  }

  /// Where the id's bytes stand: in the file if they can, else in the arena.
  mutating func place(id field: Int) -> (location: Location, count: Int, hash: UInt32) {
    let slot = fields[field]
    let text = text(field, integers: true)
    let hash = ByteHash.hash(text)
    if !mapsWords || layout.words[field] == nil, slot.form == .plain || slot.form == .integer {
      return (Location(file: file.number, offset: offset + Int(slot.start)), Int(slot.count), hash)
    }
    let location = Location(file: 0, offset: batch.arena.count)
    batch.arena.append(contentsOf: text)
    return (location, text.count, hash)
  }

  mutating func add(
    _ common: Common, at: Instant, _ kind: EventKind, _ actor: Actor, actorID: UInt32, channel: UInt16,
    lane: UInt8 = 0, suffix: Event.Suffix = .none, listsTopics: Bool = false
  ) {
    batch.events.append(
      Event(
        at: at, record: Location(file: file.number, offset: offset).packed, idPlace: common.id.location.packed,
        idCount: UInt32(truncatingIfNeeded: common.id.count), recordCount: UInt32(truncatingIfNeeded: count),
        party: common.party, conversation: common.conversation, actorID: actorID, channel: channel, kind: kind,
        actor: actor, lane: lane, suffix: suffix, listsTopics: listsTopics, idHash: common.id.hash))
  }

  mutating func countUnknown(kind: Text) {
    let number = Int(batch.unknownKinds.intern(kind))
    if number == batch.unknownKindCounts.count { batch.unknownKindCounts.append(0) }
    batch.unknownKindCounts[number] += 1
  }

  /// Where a text stands, nil if there is none.
  func textPlace(_ field: Int) -> TextPlace? {
    let slot = fields[field]
    guard slot.form.isText, slot.count > 0 else { return nil }
    return TextPlace(
      location: Location(file: file.number, offset: offset + Int(slot.start)), count: slot.count, form: slot.form)
  }
}

import Time

/// Handing accepted events on.
extension BatchReader {
  /// What the events of one record have in common.
  struct Common {
    var brand: UInt32
    var texts: PackedRecord.Texts
    var marks: UInt8 = 0
  }

  @inline(__always)
  mutating func channel(_ text: Text) -> UInt16 {
    // A batch that met more channels than an event can number is told by its table's count.
    if text.isEmpty { return 0 }
    return UInt16(truncatingIfNeeded: shortChannels.number(text) { batch.channels.intern($0) })
  }

  mutating func channel(_ name: StaticString) -> UInt16 {
    UInt16(
      truncatingIfNeeded: batch.channels.intern(
        UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)))
  }

  private mutating func findBoundaries(_ brand: UInt32) {
    boundariesBrand = brand
    boundaries = batch.names.withBytes(Int(brand)) { writer.ranges.ranges(ofBrand: $0) }
  }

  @inline(__always)
  mutating func add(
    _ common: Common, at: Instant, _ kind: EventKind, _ actor: Actor, actorID: ActorID, channel: UInt16,
    lane: UInt8 = 0, suffix: Event.Suffix = .none, listsTopics: Bool = false
  ) {
    let event = ReadEvent(
      milliseconds: at.milliseconds, actorID: actorID.number, channel: channel,
      kind: kind.rawValue | common.marks | (actorID.isOwn ? PackedRecord.Mark.isOwn : 0),
      traits: Event.traits(actor, lane: lane, suffix, listsTopics: listsTopics))
    if common.brand != boundariesBrand { findBoundaries(common.brand) }
    writer.write(
      event, at: filePlace | UInt64(offset), range: writer.range(of: common.texts.customer, in: boundaries),
      brand: common.brand, common.texts)
  }

  /// An actor's id: the batch's number, or that it is the customer's own.
  struct ActorID {
    static let none = ActorID(number: 0)
    var number: UInt32
    var isOwn = false
  }

  /// The id of who did it. Most customers' ids are their own, and so need no number here.
  mutating func actorID(_ text: Text, _ actor: Actor, _ customer: Text) -> ActorID {
    if text.isEmpty { return .none }
    if actor == .customer, ByteOrder.areEqual(text, customer) { return ActorID(number: 0, isOwn: true) }
    return ActorID(number: shortNames.number(text) { batch.names.intern($0) })
  }

  mutating func brand(_ text: Text) -> UInt32 {
    if text.isEmpty { return 0 }
    let number = batch.names.intern(text)
    if number != lastBrand {
      batch.brands.insert(number)
      lastBrand = number
    }
    return number
  }

  mutating func countUnknown(kind: Text) {
    let number = Int(batch.unknownKinds.intern(kind))
    if number == batch.unknownKindCounts.count { batch.unknownKindCounts.append(0) }
    batch.unknownKindCounts[number] += 1
  }

  /// Whether a field is a text that is not empty.
  @inline(__always)
  mutating func tells(_ field: Int) -> Bool {
    let slot = fields[field]
    return slot.form.isText && slot.count > 0
  }
}

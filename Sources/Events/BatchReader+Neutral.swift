import Time

/// Neutral events (`guide/exports.md`, "Neutral events").
extension BatchReader {
  mutating func addNeutral() throws(Rejection) {
    try require(NeutralField.id, integers: true)
    try require(NeutralField.customer, integers: true)
    try require(NeutralField.at)
    try require(NeutralField.kind)
    try require(NeutralField.actor)
    let at = try instant(NeutralField.at.slot)
    let actorIndex = words.actors.index(of: text(NeutralField.actor))
    guard let actor = Actor(rawValue: UInt8(truncatingIfNeeded: actorIndex)) else { throw .unknownActor }
    let kind = neutralKind()
    let brand = givenBrand ?? brand(text(NeutralField.brand))
    let customer = keptText(NeutralField.customer.slot, .customer)
    let texts = PackedRecord.Texts(
      customer: customer, conversation: keptText(NeutralField.conversation.slot, .conversation),
      id: keptText(NeutralField.id.slot, .id))
    let common = Common(brand: brand, texts: texts, marks: marks)
    let actorID = actorID(text(NeutralField.actorID, integers: true), actor, customer)
    let listsTopics = listsTopics
    add(
      common, at: at, kind, actor, actorID: actorID, channel: channel(text(NeutralField.channel)), lane: neutralLane(),
      listsTopics: listsTopics)
    checkTypes(listsTopics: listsTopics)
    keepName(actor, actorID)
  }

  @inline(__always)
  private mutating func require(_ field: NeutralField, integers: Bool = false) throws(Rejection) {
    try require(field.slot, integers: integers)
  }

  @inline(__always)
  private mutating func text(_ field: NeutralField, integers: Bool = false) -> Text {
    text(field.slot, integers: integers)
  }

  private mutating func neutralKind() -> EventKind {
    let word = text(NeutralField.kind)
    if let kind = EventKind(rawValue: UInt8(truncatingIfNeeded: words.kinds.index(of: word))) { return kind }
    countUnknown(kind: word)
    return .other
  }

  private mutating func neutralLane() -> UInt8 {
    let word = text(NeutralField.to)
    if word.isEmpty { return 0 }
    let index = words.lanes.index(of: word)
    if index < 0 { tally.unknownLanes.add(at: offset) }
    return UInt8(truncatingIfNeeded: index + 1)
  }

  /// Fields that are read only when a page shows them are of the right type too.
  @inline(__always)
  private mutating func checkTypes(listsTopics: Bool) {
    noteOtherThanText(NeutralField.shownTexts)
    if !listsTopics, !fields[NeutralField.topics.slot].isMissing {
      tally.wrongTypes |= 1 << UInt64(NeutralField.topics.slot)
    }
  }

  /// In CSV a list is a text.
  @inline(__always)
  private var listsTopics: Bool {
    mutating get {
      let topics = fields[NeutralField.topics.slot]
      return topics.form == .array || isCSV && topics.form.isText && !topics.isMissing
    }
  }

  /// What the record tells of the customer.
  @inline(__always)
  private var marks: UInt8 {
    mutating get {
      (tells(NeutralField.customerName.slot) ? PackedRecord.Mark.tellsName : 0)
        | (tells(NeutralField.customerEmail.slot) ? PackedRecord.Mark.tellsEmail : 0)
    }
  }

  @inline(__always)
  private mutating func keepName(_ actor: Actor, _ actorID: ActorID) {
    guard actorID.number != 0, actor != .customer, tells(NeutralField.actorName.slot) else { return }
    while batch.actorNames.count <= actorID.number { batch.actorNames.append(0) }
    batch.actorNames[Int(actorID.number)] = filePlace | UInt64(offset)
  }
}

extension NeutralField {
  @inline(__always)
  var slot: Int { Int(rawValue) }

  /// Texts that are read only when a page shows them, as bits.
  fileprivate static var shownTexts: UInt64 {
    bit(.actorName) | bit(.text) | bit(.subject) | bit(.customerName) | bit(.customerEmail)
  }

  private static func bit(_ field: NeutralField) -> UInt64 { 1 << UInt64(field.rawValue) }
}

import Time

/// Gladly's conversation items (`guide/exports.md`, "A Gladly data export").
extension BatchReader {
  mutating func addItem() throws(Rejection) {
    try require(GladlyField.id.slot, integers: true)
    try require(GladlyField.customer.slot, integers: true)
    try require(GladlyField.timestamp.slot)
    try require(GladlyField.type.slot)
    let at = try instant(GladlyField.timestamp.slot)
    let type = ContentType(rawValue: UInt8(truncatingIfNeeded: words.contentTypes.index(of: text(.type))))
    switch type {
    case .phoneCall: try addCall(at)
    case .voicemail:
      addSingle(try optionalInstant(GladlyField.startedAt.slot) ?? at, .message, .voicemail, by: .customer)
    case .statusChange: addStatusChange(at)
    case .note: addSingle(at, .note, .note)
    case .topicChange: addSingle(at, .topic, .topicChange)
    case .activity: addSingle(at, .activity, .activity)
    case .task: addSingle(at, .task, .task)
    case .voiceAI: addSingle(at, .message, .voiceAI, by: initiatorType == .system ? .ai : nil)
    case .chat, .sms, .whatsapp, .facebook, .instagram, .twitter, .email:
      if let type { addSingle(at, .message, type) }
    case nil:
      countUnknown(kind: text(.type))
      addSingle(at, .other, .task)
    }
    checkItemTypes()
  }

  @inline(__always)
  private mutating func text(_ field: GladlyField, integers: Bool = false) -> Text {
    text(field.slot, integers: integers)
  }
}

extension BatchReader {
  /// One event an item; its actor is the initiator unless `by` names it.
  private mutating func addSingle(_ at: Instant, _ kind: EventKind, _ type: ContentType, by actor: Actor? = nil) {
    let common = itemCommon()
    let initiator = initiator()
    // A voicemail is the customer's whoever recorded it, and then its initiator's id is not the customer's.
    let isOwn = actor != .customer || initiator == .customer
    add(
      common, at: at, kind, actor ?? initiator, actorID: isOwn ? initiatorID(initiator, common) : .none,
      channel: channel(type.channel),
      listsTopics: listsTopics)
  }

  private var listsTopics: Bool {
    mutating get {
      fields[GladlyField.topicsAdded.slot].form == .array || fields[GladlyField.topicsRemoved.slot].form == .array
    }
  }

  private mutating func addStatusChange(_ at: Instant) {
    let status = text(.status)
    if status.elementsEqual("CLOSED".utf8) { return addSingle(at, .conversationClosed, .statusChange) }
    if status.elementsEqual("OPEN".utf8) { return addSingle(at, .conversationReopened, .statusChange) }
    var name = Array(ContentType.statusChange.name.utf8)
    if !status.isEmpty { name += [0x20] + status }
    name.withUnsafeBufferPointer { countUnknown(kind: $0) }
    addSingle(at, .other, .statusChange)
  }

  /// A call: its start, for an inbound one its answer, and its end.
  private mutating func addCall(_ timestamp: Instant) throws(Rejection) {
    let started = try optionalInstant(GladlyField.startedAt.slot) ?? timestamp
    let answered = try optionalInstant(GladlyField.answeredAt.slot)
    let completed = try optionalInstant(GladlyField.completedAt.slot)
    let common = itemCommon()
    let actor = initiator()
    let actorID = initiatorID(actor, common)
    let voice = channel(ContentType.phoneCall.channel)
    add(common, at: started, .message, actor, actorID: actorID, channel: voice)
    if let answered, actor == .customer {
      let (responder, id) = responder()
      add(common, at: answered, .message, responder, actorID: id, channel: voice, suffix: .answered)
    }
    if let completed {
      add(common, at: completed, .callEnded, actor, actorID: actorID, channel: voice, suffix: .ended)
    }
  }

  private mutating func itemCommon() -> Common {
    Common(
      brand: givenBrand ?? 0,
      texts: PackedRecord.Texts(
        customer: keptText(GladlyField.customer.slot, .customer),
        conversation: keptText(GladlyField.conversation.slot, .conversation),
        id: keptText(GladlyField.id.slot, .id)))
  }

  private var initiatorType: InitiatorType? {
    mutating get {
      InitiatorType(rawValue: UInt8(truncatingIfNeeded: words.initiators.index(of: text(.initiatorType))))
    }
  }

  private mutating func initiator() -> Actor {
    guard let type = initiatorType else {
      if !fields[GladlyField.initiatorType.slot].isMissing { tally.unknownInitiators.add(at: offset) }
      return .system
    }
    switch type {
    case .customer, .external, .internal: return .customer
    case .agent: return .agent
    case .system, .api: return isAI(.initiatorID) ? .ai : .system
    case .automation: return .system
    }
  }

  private mutating func initiatorID(_ actor: Actor, _ common: Common) -> ActorID {
    actorID(text(.initiatorID, integers: true), actor, common.texts.customer)
  }

  /// Who answered a call: an agent by id, the AI, or an agent that is not named.
  private mutating func responder() -> (Actor, ActorID) {
    let index = words.initiators.index(of: text(.responderType))
    switch InitiatorType(rawValue: UInt8(truncatingIfNeeded: index)) {
    case .agent: return (.agent, responderID)
    case .system, .api:
      if isAI(.responderID) { return (.ai, responderID) }
      return (.agent, .none)
    default: return (.agent, .none)
    }
  }

  private var responderID: ActorID {
    mutating get { ActorID(number: batch.names.intern(text(.responderID, integers: true))) }
  }

  private mutating func isAI(_ field: GladlyField) -> Bool {
    let id = text(field, integers: true)
    return !id.isEmpty && layout.aiActors.index(of: id) >= 0
  }

  private mutating func checkItemTypes() {
    noteOtherThanText(GladlyField.shownTexts)
    noteOtherThanArray(GladlyField.topicsAdded.slot)
    noteOtherThanArray(GladlyField.topicsRemoved.slot)
  }

  private mutating func noteOtherThanArray(_ field: Int) {
    let slot = fields[field]
    if slot.form != .array && !slot.isMissing { tally.wrongTypes |= 1 << UInt64(field) }
  }
}

extension GladlyField {
  @inline(__always)
  var slot: Int { Int(rawValue) }

  /// Texts that are read only when a page shows them, as bits.
  fileprivate static var shownTexts: UInt64 { bit(.text) | bit(.body) | bit(.summary) | bit(.subject) }

  private static func bit(_ field: GladlyField) -> UInt64 { 1 << UInt64(field.rawValue) }
}

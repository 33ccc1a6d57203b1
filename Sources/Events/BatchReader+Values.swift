import Time

/// What a scanned record's slots say, with a mapping's words put in.
///
/// Everything here is `mutating`, whether it changes anything or not: else the reader would be copied for each call.
extension BatchReader {
  typealias Text = UnsafeBufferPointer<UInt8>

  /// A field that has to be there: text, or an integer where `integers` is set.
  @inline(__always)
  mutating func require(_ field: Int, integers: Bool = false) throws(Rejection) {
    let slot = fields[field]
    if slot.form.isText && slot.count > 0 { return }
    try requireOther(field, integers)
  }

  private mutating func requireOther(_ field: Int, _ integers: Bool) throws(Rejection) {
    let slot = fields[field]
    if slot.isMissing {
      guard !mapsWords || layout.words[field]?.absent == nil else { return }
      throw .missing(field)
    }
    guard integers && slot.form == .integer || mapsLiteral(field) else { throw .wrongType(field) }
  }

  /// A required field's text, or an optional one's; empty if there is none. Valid until the next text is asked for.
  @inline(__always)
  mutating func text(_ field: Int, integers: Bool = false) -> Text {
    let form = fields[field].form
    if !mapsWords {
      if form == .plain { return fields.raw(field) }
      if form == .absent { return nothing }
    }
    return otherText(field, integers)
  }

  private mutating func otherText(_ field: Int, _ integers: Bool) -> Text {
    if mapsWords, let words = layout.words[field] { return mapped(field, words) }
    let slot = fields[field]
    if slot.form.isText || integers && slot.form == .integer { return fields.text(field) }
    if !slot.isMissing { tally.wrongTypes |= 1 << UInt64(field) }
    return WordPadding.empty
  }

  /// A text that is valid until the record's end.
  @inline(__always)
  mutating func keptText(_ field: Int, _ kept: KeptText) -> Text {
    let text = text(field, integers: true)
    switch fields[field].form {
    case .escaped, .quoted: return hold(text, kept)
    default: return text
    }
  }

  enum KeptText { case customer, conversation, id }

  private mutating func hold(_ text: Text, _ kept: KeptText) -> Text {
    switch kept {
    case .customer: customerText.hold { $0.append(contentsOf: text) }
    case .conversation: conversationText.hold { $0.append(contentsOf: text) }
    case .id: idText.hold { $0.append(contentsOf: text) }
    }
  }

  private mutating func mapped(_ field: Int, _ words: WordMap) -> Text {
    let slot = fields[field]
    if slot.isMissing { return words.absent ?? WordPadding.empty }
    switch slot.form {
    case .array, .object:
      tally.wrongTypes |= 1 << UInt64(field)
      return WordPadding.empty
    default:
      let text = fields.text(field)
      return words.word(for: text) ?? text
    }
  }

  /// Whether a number or boolean is named by the mapping.
  private mutating func mapsLiteral(_ field: Int) -> Bool {
    guard mapsWords else { return false }
    return switch fields[field].form {
    case .integer, .number, .boolean: layout.words[field]?.word(for: fields.raw(field)) != nil
    default: false
    }
  }

  /// Notes those of the fields that are there, but no text.
  @inline(__always)
  mutating func noteOtherThanText(_ fieldBits: UInt64) {
    var rest = fieldBits
    while rest != 0 {
      let slot = fields[rest.trailingZeroBitCount]
      if !slot.form.isText && !slot.isMissing { tally.wrongTypes |= rest & (0 &- rest) }
      rest &= rest &- 1
    }
  }

  /// The instant of a field that is there.
  @inline(__always)
  mutating func instant(_ field: Int) throws(Rejection) -> Instant {
    guard var reading = instants.read(text(field)) else { throw .unreadableInstant(field) }
    if reading.offset == nil {
      guard let zone = layout.zone else { throw .noOffset(field) }
      reading.clock = zone.instant(clock: reading.clock).milliseconds
      reading.offset = 0
    }
    guard let instant = reading.instant else { throw .unreadableInstant(field) }
    return instant
  }

  /// The instant of a field that may be missing.
  mutating func optionalInstant(_ field: Int) throws(Rejection) -> Instant? {
    if fields[field].isMissing { return nil }
    try require(field)
    return try instant(field)
  }
}

extension Zone {
  /// The instant at which the clock shows milliseconds since 1970.
  func instant(clock: Int64) -> Instant {
    let day = clock >= 0 ? clock / 86_400_000 : -((-clock + 86_399_999) / 86_400_000)
    return instant(date: CivilDate(dayNumber: Int(day)), millisecondOfDay: Int(clock - day * 86_400_000))
  }
}

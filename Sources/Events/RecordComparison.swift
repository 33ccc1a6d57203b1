/// Whether two records of one id say the same: every field that we read, decoded, whatever the format.
struct RecordComparison {
  private let texts: SourceTexts
  private let a: Slice<UnsafeMutableBufferPointer<Event>>
  private let b: Slice<UnsafeMutableBufferPointer<Event>>

  init(
    texts: SourceTexts, _ a: Slice<UnsafeMutableBufferPointer<Event>>, _ b: Slice<UnsafeMutableBufferPointer<Event>>
  ) {
    self.texts = texts
    self.a = a
    self.b = b
  }

  var isEqual: Bool {
    guard let x = a.first, let y = b.first, a.elementsEqual(b, by: RecordComparison.samePacked) else { return false }
    let (p, q) = (texts.file(Location(packed: x.record)), texts.file(Location(packed: y.record)))
    if p.readsLike(q), ByteOrder.areEqual(texts.record(x), texts.record(y)) { return true }
    return fields(x, p) == fields(y, q)
  }
}

extension RecordComparison {
  private static func samePacked(_ a: Event, _ b: Event) -> Bool {
    a.milliseconds == b.milliseconds && a.kind == b.kind && (a.traits ^ b.traits) & ~Event.listsTopicsBit == 0
      && a.channel == b.channel && a.conversation == b.conversation && a.actorID == b.actorID
  }

  /// What is not in the packed events.
  private func fields(_ event: Event, _ file: SourceFile) -> ShownFields {
    var fields = RecordFields(base: WordPadding.base)
    file.scan(Location(packed: event.record).offset, into: &fields)
    return ShownFields(fields, file)
  }
}

/// The fields of a record that are read only when it is shown.
private struct ShownFields: Equatable {
  var texts: [String]
  var lists: [[String]]

  init(_ fields: borrowing RecordFields, _ file: SourceFile) {
    if file.layout.kind == .items {
      texts = [GladlyField.type, .status, .text, .body, .summary, .subject, .from].map { fields.string($0.slot) }
      lists = [GladlyField.topicsAdded, .topicsRemoved, .to, .copied].map { fields.strings($0.slot) }
    } else {
      texts = [NeutralField.kind, .text, .subject, .actorName, .customerName, .customerEmail].map {
        fields.string($0.slot)
      }
      lists = [fields.topics(isCSV: file.isCSV)]
    }
  }
}

/// What reads events' records again: all of a store that ids and details need, so that it is handed on at the cost of
/// two references.
public struct EventRecords: Sendable {
  let texts: SourceTexts?
  let ids: EventIDs?
  var screen: (any StoreScreen)?
}

extension EventStore {
  /// Has the processor fetch events, or their ids: asked for some steps before they are read, what lies far apart comes
  /// while others are worked at.
  public func fetch(event index: Int) { events.fetch(index) }
  public func fetchID(ofEvent index: Int) { ids?.fetch(events[index]) }

  public var records: EventRecords { EventRecords(texts: texts, ids: ids, screen: screen) }

  /// Appends the id's bytes, without making a string.
  public func appendID(of event: Event, into bytes: inout [UInt8]) { records.appendID(of: event, into: &bytes) }

  /// Parses an event's record again.
  public func details(of event: Event, into details: inout EventDetails) { records.details(of: event, into: &details) }
}

extension EventRecords {
  /// Says that the records of a party's events are about to be read.
  public func fetch(_ events: EventSlice) { texts?.fetch(events) }

  /// Appends the id's bytes, without making a string.
  public func appendID(of event: Event, into bytes: inout [UInt8]) {
    let start = bytes.count
    ids?.append(event, to: &bytes)
    guard let screen else { return }
    let id = String(decoding: bytes[start...], as: UTF8.self)
    bytes.removeSubrange(start...)
    bytes.append(contentsOf: screen.id(id, of: .event).utf8)
  }

  /// Parses an event's record again. The event that a call's answer or end made has no text of its own.
  public func details(of event: Event, into details: inout EventDetails) {
    details.clear()
    guard let texts else { return }
    let location = Location(packed: event.record)
    texts.withFile(location) { file in
      var fields = RecordFields(base: WordPadding.base)
      file.scan(location.offset, into: &fields)
      if file.layout.kind == .items {
        details.read(item: fields, event)
      } else {
        details.read(neutral: fields, isCSV: file.isCSV)
      }
    }
    screen?.screen(&details, of: event)
  }
}

extension EventDetails {
  fileprivate mutating func clear() {
    text.removeAll(keepingCapacity: true)
    subject.removeAll(keepingCapacity: true)
    actorName.removeAll(keepingCapacity: true)
    sourceKind.removeAll(keepingCapacity: true)
    topicsAdded.removeAll(keepingCapacity: true)
    topicsRemoved.removeAll(keepingCapacity: true)
  }

  fileprivate mutating func read(neutral fields: borrowing RecordFields, isCSV: Bool) {
    fields.append(NeutralField.kind.slot, to: &sourceKind)
    fields.append(NeutralField.text.slot, to: &text)
    fields.append(NeutralField.subject.slot, to: &subject)
    fields.append(NeutralField.actorName.slot, to: &actorName)
    topicsAdded += fields.topics(isCSV: isCSV)
  }

  fileprivate mutating func read(item fields: borrowing RecordFields, _ event: Event) {
    fields.append(GladlyField.type.slot, to: &sourceKind)
    guard event.suffix == .none else { return }
    for field in [GladlyField.text, .body, .summary] where text.isEmpty { fields.append(field.slot, to: &text) }
    fields.append(GladlyField.subject.slot, to: &subject)
    topicsAdded += fields.strings(GladlyField.topicsAdded.slot)
    topicsRemoved += fields.strings(GladlyField.topicsRemoved.slot)
  }
}

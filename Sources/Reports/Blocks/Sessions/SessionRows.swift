import Events
import Grouping
import Privacy
import Templating
import Time
import Wording

/// Writes a day's Sessions into the values of their table's template, in the order of its columns. What many rows share
/// is worked out once.
struct SessionRows {
  private let context: ReportContext
  private let store: EventStore
  private let events: EventSlice
  private let identity: GroupIdentity
  private let conversations: FactColumn<ConversationFact>
  private let contacts: FactColumn<ContactFact>
  private let filler: RowFiller
  private let longest: Double
  private let hasBrands: Bool
  private let hasTimelines: Bool
  private let names: ShownNames
  /// The page's first midnight: rows of one page compare by the time since, across a change of clocks too.
  private let midnight: Instant
  private let missing: String
  private let contactWord: String
  private var channels: [UInt16: String] = [:]
  private var ends: [EndKey: String] = [:]
  /// The row's column that is written next.
  private var column = 0
  /// Where the row's customer has a timeline, as seen from the page.
  private var href: [UInt8] = []
  private var letters: [UInt8] = []
  private var id: [UInt8] = []

  init(context: ReportContext, filler: RowFiller, longest: Double) {
    self.context = context
    store = context.store
    events = store.events
    identity = context.identity
    conversations = context.facts.conversations
    contacts = context.facts.contacts
    self.filler = filler
    self.longest = longest
    hasBrands = context.hasBrands
    hasTimelines = context.audience.policy.hasTimelines
    names = context.names
    midnight = context.zone.start(of: context.page.period.first)
    missing = context.words["table.missing"]
    contactWord = context.words["sessions.detail.contact"]
  }

  /// What decides the words for how a Session ended.
  private struct EndKey: Hashable {
    var brand: UInt32
    var reason: Groups.SessionEnd?
    var isSilent: Bool
  }
}

extension SessionRows {
  mutating func add(_ fact: SessionFact, to values: inout Values) {
    let group = fact.group
    let party = store.parties[fact.party]
    var addresses = context.audience.addresses(
      brand: store.name(party.brand), customer: store.name(party.customer))
    if hasTimelines { setHref(addresses.address(.timeline)) }
    let row = filler.row(&values)
    filler.datum("channel", store.channels[Int(group.channel)], of: row, &values)
    filler.datum("how", group.endReason?.rawValue ?? "open", of: row, &values)
    column = 0
    addSession(group, &addresses, row, &values)
    addCustomer(fact.party, row, &values)
    if hasBrands { addText(store.name(party.brand), row, &values) }
    addText(shownChannel(group.channel), row, &values)
    addTime(group.startedAt, row, &values)
    addEnd(group, row, &values)
    addText(how(group, party), row, &values)
    addCount(group.messages, row, &values)
    addLength(group.active, row, &values)
    addBar(group.active, row, &values)
    addLength(group.duration, row, &values)
    addContact(group, &addresses, row, &values)
    addConversation(group, &addresses, row, &values)
  }
}

extension SessionRows {
  private mutating func cell(_ row: Values.Record, _ values: inout Values, quiet: Bool = false) -> Values.Record {
    let cell = filler.cell(column, quiet: quiet, of: row, &values)
    column += 1
    return cell
  }

  private mutating func addText(_ text: String, _ row: Values.Record, _ values: inout Values) {
    let cell = cell(row, &values)
    if !text.isEmpty { values.set(CellFields.text, of: cell, text: text) }
  }

  private mutating func addCustomer(_ party: Int, _ row: Values.Record, _ values: inout Values) {
    let cell = cell(row, &values)
    if hasTimelines { values.build(CellFields.href, of: cell) { $0.append(contentsOf: href) } }
    names.withBytes(party) { values.set(CellFields.text, of: cell, bytes: $0) }
  }

  private mutating func addTime(_ instant: Instant, _ row: Values.Record, _ values: inout Values) {
    let cell = cell(row, &values)
    setTime(instant, of: cell, &values)
  }

  private mutating func addEnd(_ group: Groups.Session, _ row: Values.Record, _ values: inout Values) {
    guard let end = group.endedAt else {
      let cell = cell(row, &values, quiet: true)
      values.set(CellFields.sortValue, of: cell, text: "999999999")
      return values.set(CellFields.text, of: cell, text: context.words["sessions.detail.still_open"])
    }
    let cell = cell(row, &values)
    setTime(end, of: cell, &values)
    let days = context.zone.date(end).dayNumber - context.zone.date(group.startedAt).dayNumber
    guard days > 0 else { return }
    let words = context.words
    values.set(CellFields.mark, of: cell, text: "+\(days)")
    values.set(
      CellFields.markHint, of: cell,
      text: days == 1 ? words["table.next_day"] : words.fill("table.days_later", ["n": words.number(days)]))
  }

  private mutating func addCount(_ count: Int, _ row: Values.Record, _ values: inout Values) {
    let cell = cell(row, &values, quiet: count == 0)
    values.set(CellFields.sortValue, of: cell, number: count)
    if (0..<1000).contains(count) {
      values.set(CellFields.text, of: cell, number: count)
    } else {
      values.set(CellFields.text, of: cell, text: context.words.number(count))
    }
  }

  private mutating func addLength(_ length: Length?, _ row: Values.Record, _ values: inout Values) {
    guard let length else {
      let cell = cell(row, &values, quiet: true)
      values.set(CellFields.sortValue, of: cell, text: "-1")
      return values.set(CellFields.text, of: cell, text: missing)
    }
    let cell = cell(row, &values)
    values.set(CellFields.sortValue, of: cell, number: Int(length.milliseconds / 1000))
    let minutes = Int(length.milliseconds / 60_000)
    guard minutes >= 0 else { return values.set(CellFields.text, of: cell, text: context.words.clockLength(length)) }
    values.build(CellFields.text, of: cell) { bytes in
      bytes.append(decimal: minutes / 60)
      bytes.append(0x3A)
      bytes.append(twoDigits: minutes % 60)
    }
  }

  private mutating func addBar(_ active: Length, _ row: Values.Record, _ values: inout Values) {
    let share = longest > 0 ? Double(active.milliseconds) / longest : 0
    filler.bar(column, percent: Int((share * 100).rounded()), of: row, &values)
    column += 1
  }
}

/// The cells that lead to where something stands in the customer's timeline.
extension SessionRows {
  private mutating func addSession(
    _ group: Groups.Session, _ addresses: inout PartyAddresses, _ row: Values.Record, _ values: inout Values
  ) {
    id.removeAll(keepingCapacity: true)
    identity.appendSessionID(group, in: events, to: &id)
    let cell = cell(row, &values)
    setLink(addresses.address(.session) { $0.append(contentsOf: id) }, of: cell, &values)
  }

  private mutating func addContact(
    _ group: Groups.Session, _ addresses: inout PartyAddresses, _ row: Values.Record, _ values: inout Values
  ) {
    guard let position = group.contact else {
      let cell = cell(row, &values, quiet: true)
      return values.set(CellFields.text, of: cell, text: context.words["sessions.detail.no_contact"])
    }
    id.removeAll(keepingCapacity: true)
    identity.appendContactID(contacts[position].group, in: events, to: &id)
    let cell = cell(row, &values)
    setLink(addresses.address(.contact) { $0.append(contentsOf: id) }, of: cell, before: contactWord, &values)
  }

  private mutating func addConversation(
    _ group: Groups.Session, _ addresses: inout PartyAddresses, _ row: Values.Record, _ values: inout Values
  ) {
    id.removeAll(keepingCapacity: true)
    let conversation = conversations[group.conversation].group
    identity.appendConversationID(conversation, in: events, to: &id)
    let cell = cell(row, &values)
    setLink(addresses.address(.conversation) { $0.append(contentsOf: id) }, of: cell, &values)
  }

  /// A link under the first letters of an address.
  private mutating func setLink(
    _ address: Address, of cell: Values.Record, before text: String = "", _ values: inout Values
  ) {
    letters.removeAll(keepingCapacity: true)
    address.write(to: &letters)
    if hasTimelines {
      values.build(CellFields.href, of: cell) { bytes in
        bytes.append(contentsOf: href)
        bytes.append(0x23)
        address.writeAnchor(to: &bytes)
      }
    }
    values.build(CellFields.id, of: cell) { $0.append(contentsOf: letters.prefix(4)) }
    if text.isEmpty {
      values.set(CellFields.code, of: cell, flag: true)
    } else {
      values.set(CellFields.text, of: cell, text: text)
    }
  }

  private mutating func setHref(_ timeline: Address) {
    letters.removeAll(keepingCapacity: true)
    timeline.write(to: &letters)
    href.removeAll(keepingCapacity: true)
    href.append(contentsOf: context.page.links.root.utf8)
    href.append(contentsOf: "timelines/".utf8)
    href.append(contentsOf: letters.prefix(2))
    href.append(0x2F)
    href.append(contentsOf: letters)
    href.append(contentsOf: ".html".utf8)
  }
}

extension SessionRows {
  private func setTime(_ instant: Instant, of cell: Values.Record, _ values: inout Values) {
    let minutes = context.zone.local(instant).millisecondOfDay / 60_000
    values.set(CellFields.sortValue, of: cell, number: Int((instant - midnight).milliseconds / 1000))
    values.build(CellFields.text, of: cell) { bytes in
      bytes.append(twoDigits: minutes / 60)
      bytes.append(0x3A)
      bytes.append(twoDigits: minutes % 60)
    }
  }

  private mutating func shownChannel(_ channel: UInt16) -> String {
    if let known = channels[channel] { return known }
    let shown = context.shownChannel(channel)
    channels[channel] = shown
    return shown
  }

  /// How it ended; whether the AI ever replied belongs to it.
  private mutating func how(_ group: Groups.Session, _ party: EventStore.Party) -> String {
    let key = EndKey(brand: party.brand, reason: group.endReason, isSilent: group.outcome == .didNotRespond)
    if let known = ends[key] { return known }
    let ended = context.sessionEnd(group.endReason, brand: store.name(party.brand))
    ends[key] = key.isSilent ? context.words.fill("sessions.end.silent", ["end": ended]) : ended
    return ends[key] ?? ended
  }
}

extension [UInt8] {
  /// Appends `07`, of a number below 100.
  fileprivate mutating func append(twoDigits number: Int) {
    append(UInt8(truncatingIfNeeded: 0x30 + number / 10))
    append(UInt8(truncatingIfNeeded: 0x30 + number % 10))
  }
}

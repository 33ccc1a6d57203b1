import Events
import Grouping
import Privacy
import SQL
import Time

/// Where a worker stands while it fills tables, and what it works out once for many rows. One a thread.
final class GroupRow {
  /// What an id or an address is of: positions in `Facts`, or an event's in the store.
  enum Subject {
    case conversation(Int)
    case session(Int)
    case contact(Int)
    case event(Int)
    case customer
  }

  let data: GroupData
  private let identity: GroupIdentity
  /// Positions: of the party in the store, of groups in `Facts`, of the event in the store, of the agent or topic in a
  /// list.
  private(set) var party = 0
  private(set) var brand: UInt32 = 0
  private(set) var customer: UInt32 = 0
  var conversation = 0
  var session = 0
  var contact = 0
  var event = 0
  /// Nil before the first event.
  var assignment: Groups.Assignment?
  /// The agent's id among the store's names, its position among the Contact's, and of how many Contacts it is.
  var agent: UInt32 = 0
  var agentPosition = 0
  var agentContacts = 0
  /// The topic's id, and its stay at the Conversation.
  var topic = ""
  var topicStay = ConversationTopics.Stay()
  var day = CivilDate(dayNumber: 0)
  private var instants = InstantWriter()
  private var lastLocal: (instant: Instant, local: (date: CivilDate, millisecondOfDay: Int))?
  private var agentNames: [UInt32: String?] = [:]
  private var person: Person?
  private var names: (brand: String, customer: String)?
  /// The address of its timeline; empty until one is asked for.
  private var timeline: [UInt8] = []
  private var scratch: [UInt8] = []

  init(_ data: GroupData) {
    self.data = data
    identity = GroupIdentity(store: data.store)
  }
}

extension GroupRow {
  func begin(party: Int) {
    self.party = party
    brand = data.store.parties[party].brand
    customer = data.store.parties[party].customer
    person = nil
    names = nil
    timeline.removeAll(keepingCapacity: true)
  }

  var partyFact: PartyFact { data.facts.parties[party] }
  var conversationFact: ConversationFact { data.facts.conversations[conversation] }
  var sessionGroup: Groups.Session { data.facts.sessions[session].group }
  var contactFact: ContactFact { data.facts.contacts[contact] }
  var eventFact: Event { data.store.events[event] }
  /// The party's events up to the as-of instant, which are in the order of time.
  var knownEvents: Range<Int> {
    let range = data.store.parties[party].events
    return range.lowerBound..<range.partitioningIndex { data.store.events[$0].at > data.asOf }
  }
  func channel(_ index: UInt16) -> String { data.store.channels[Int(index)] }

  /// The party's customer.
  var customerPerson: Person {
    if let person { return person }
    let found = data.store.customer(of: data.store.parties[party])
    person = found
    return found
  }

  /// By name, else mail, else id; nil for 0.
  func agentName(_ id: UInt32) -> String? {
    if let known = agentNames[id] { return known }
    let name = data.store.agentName(id)
    agentNames[id] = .some(name)
    return name
  }

  /// The AI's name where the export tells one.
  var aiAgent: String? {
    let group = sessionGroup
    guard let at = group.firstReplyAt else { return nil }
    let events = data.store.parties[party].events
    let first = events.partitioningIndex { data.store.events[$0].at >= at }
    let reply = (first..<events.upperBound).prefix { data.store.events[$0].at == at }.first {
      let event = data.store.events[$0]
      return event.kind == .message && event.actor == .ai && event.channel == group.channel
    }
    return reply.flatMap { reply in
      agentName(data.store.events[reply].actorID) ?? told(reply)
    }
  }

  private func told(_ event: Int) -> String? {
    var details = EventDetails()
    data.store.details(of: data.store.events[event], into: &details)
    return details.actorName.isEmpty ? nil : String(decoding: details.actorName, as: UTF8.self)
  }
}

extension GroupRow {
  func appendID(of subject: Subject, to bytes: inout [UInt8]) {
    switch subject {
    case .conversation(let position):
      identity.appendConversationID(
        data.facts.conversations[position].group, in: data.store.events[...], to: &bytes)
    case .session(let position):
      identity.appendSessionID(data.facts.sessions[position].group, in: data.store.events[...], to: &bytes)
    case .contact(let position):
      identity.appendContactID(data.facts.contacts[position].group, in: data.store.events[...], to: &bytes)
    case .event(let position): data.store.appendID(of: data.store.events[position], into: &bytes)
    case .customer: data.store.appendName(customer, to: &bytes)
    }
  }

  /// Appends `timelines/ab/abcdefghijkl.html#s-abcdefghijkl`.
  func appendAddress(of subject: Subject, to bytes: inout [UInt8]) {
    let names = names ?? (data.store.name(brand), data.store.name(customer))
    self.names = names
    if timeline.isEmpty {
      timeline = Array(data.audience.address(.timeline, brand: names.brand, customer: names.customer).page.utf8)
    }
    bytes.append(contentsOf: timeline)
    guard let kind = subject.kind else { return }
    scratch.removeAll(keepingCapacity: true)
    appendID(of: subject, to: &scratch)
    bytes.append(contentsOf: [0x23, kind.rawValue, 0x2D])
    data.audience.address(kind, brand: names.brand, customer: names.customer, id: scratch).write(to: &bytes)
  }
}

extension GroupRow.Subject {
  fileprivate var kind: Address.Kind? {
    switch self {
    case .conversation: .conversation
    case .session: .session
    case .contact: .contact
    case .event: .event
    case .customer: nil
    }
  }
}

extension GroupRow {
  func put(_ instant: Instant?, to rows: inout RowBatch) {
    guard let instant else { return rows.putNull() }
    rows.put { $0.append(instant, by: &instants) }
  }

  func put(_ date: CivilDate, to rows: inout RowBatch) { rows.put(date.description) }

  /// What the site's clock shows; several columns of a row ask for the same instant.
  func local(_ instant: Instant) -> (date: CivilDate, millisecondOfDay: Int) {
    if let lastLocal, lastLocal.instant == instant { return lastLocal.local }
    let local = data.zone.local(instant)
    lastLocal = (instant, local)
    return local
  }
}

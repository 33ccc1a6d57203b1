import Events
import Files

/// Hands a store out as an audience may see it: people by what it sees of them, texts without what is not for it.
final class AudienceScreen: StoreScreen {
  private let people: PersonView
  private let rules: RedactionRules
  /// What texts that are kept say of those who were left out.
  private let forgotten: RedactionRules?
  /// As it was read.
  private let store: EventStore
  private let fileNumbers: [String: Int]
  let digest: ContentDigest

  init(_ store: EventStore, _ people: PersonView, _ redaction: RedactionRules) {
    self.store = store
    self.people = people
    var rules = redaction
    let redacts = AudienceField.allCases.contains { people.policy[$0] == .redact }
    if redacts {
      rules.add(peopleOf: store, hiddenBy: people.policy)
      for customer in store.omitted { rules.add(forgotten: customer.person) }
    }
    rules.seal()
    self.rules = rules
    forgotten = store.omitted.isEmpty ? nil : .forgotten(of: store)
    fileNumbers = Dictionary(
      zip(store.summary.files.map(\.path), 1...), uniquingKeysWith: { first, _ in first })
    var builder = ContentDigestBuilder()
    rules.digest(into: &builder)
    forgotten?.digest(into: &builder)
    digest = builder.digest
  }
}

extension AudienceScreen {
  func forbidden(siteWords: [UInt8], jobs: Int) -> ForbiddenValues {
    ForbiddenValues(of: store, hiddenBy: policy, siteWords: siteWords, jobs: jobs)
  }

  private var policy: AudiencePolicy { people.policy }

  var showsTopics: Bool { policy[.topics] == .keep }

  func id(_ id: String, of kind: StoreID) -> String { people.id(id, kind) }
  func customer(_ person: Person) -> Person { people.customer(person) }
  func agent(_ person: Person) -> Person { people.agent(person) }

  /// A rejected record's text may be anyone's: it is shown to those alone who may read all, and not at all where
  /// someone was left out.
  func excerpt(_ text: String) -> String {
    forgotten == nil && policy[.text] == .keep && policy[.customerName] == .keep && policy[.email] == .keep ? text : ""
  }

  func file(_ path: String) -> String {
    guard policy[.files] != .keep else { return path }
    return fileNumbers[path].map { "\(people.words.file) \($0)" } ?? people.words.file
  }

  func screen(_ details: inout EventDetails, of event: Event) {
    if policy[.agentName] != .keep, !details.actorName.isEmpty {
      details.actorName = Array(name(ofActor: details.actorName, event).utf8)
    }
    if !showsTopics {
      details.topicsAdded.removeAll()
      details.topicsRemoved.removeAll()
    }
    let isNote = event.kind == .note
    treat(&details.text, policy[isNote ? .notes : .text], &details.screening, event)
    treat(&details.subject, policy[.subject], &details.screening, event)
  }
}

extension AudienceScreen {
  /// A name that an event itself tells: the same as its agent's where there is one.
  private func name(ofActor name: [UInt8], _ event: Event) -> String {
    let id = event.actorID == 0 ? String(decoding: name, as: UTF8.self) : store.name(event.actorID)
    return people.agent(Person(id: id, name: String(decoding: name, as: UTF8.self))).name
  }

  private func treat(
    _ text: inout [UInt8], _ treatment: Treatment, _ screening: inout (any Sendable & AnyObject)?, _ event: Event
  ) {
    guard !text.isEmpty else { return }
    switch treatment {
    case .drop: text.removeAll(keepingCapacity: true)
    case .redact: room(&screening, event.party).redactor.redact(&text)
    case .keep, .mask, .pseudonym:
      if forgotten != nil { room(&screening, event.party).forgotten?.redact(&text) }
    }
  }

  /// The redactor of the one who reads, told whose texts come.
  private func room(_ screening: inout (any Sendable & AnyObject)?, _ party: UInt32) -> RedactionRoom {
    let room = screening as? RedactionRoom ?? RedactionRoom(Redactor(rules), forgotten.map { Redactor($0) })
    screening = room
    guard room.party != party else { return room }
    room.party = party
    let hidesName = policy[.customerName] != .keep
    room.redactor.begin(person: hidesName ? store.customer(of: store.parties[Int(party)]).name : "")
    return room
  }
}

/// What one reader of details keeps from event to event. It is only ever in the hands of that reader.
private final class RedactionRoom: @unchecked Sendable {
  var redactor: Redactor
  var forgotten: Redactor?
  var party: UInt32?

  init(_ redactor: Redactor, _ forgotten: Redactor?) {
    self.redactor = redactor
    self.forgotten = forgotten
  }
}

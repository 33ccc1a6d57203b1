import Events

/// What an audience sees of people.
struct PersonView: Sendable {
  let policy: AudiencePolicy
  /// There is one where the policy asks for pseudonyms.
  let key: PseudonymKey?
  /// What stands before pseudonyms: `Customer`, `Agent`.
  let words: AudienceWords
}

/// The words that names which are not told begin with.
public struct AudienceWords: Sendable {
  public var customer: String
  public var agent: String
  public var file: String

  public init(customer: String = "Customer", agent: String = "Agent", file: String = "file") {
    self.customer = customer
    self.agent = agent
    self.file = file
  }
}

extension PersonView {
  /// An id of a customer, an agent, a Conversation or an event: they give each other away, so that all go with the
  /// customer's.
  func id(_ id: String, _ kind: StoreID) -> String {
    let treatment = kind == .agent ? policy[.agentName] : policy[.customerID]
    guard treatment != .keep, !id.isEmpty else { return id }
    return pseudonym(kind.rawValue, id)
  }

  func customer(_ person: Person) -> Person {
    var seen = Person(id: id(person.id, .customer))
    seen.name = name(person, policy[.customerName], words.customer, .customer)
    seen.emails = values(person.emails, .email, Masked.email)
    seen.phones = values(person.phones, .phone, Masked.number)
    seen.address = values([person.address], .address, Masked.address).first ?? ""
    seen.externalIDs = person.externalIDs.compactMap { external in
      values([external.id], .externalIDs, Masked.number).first.map { .init(system: external.system, id: $0) }
    }
    return seen
  }

  /// An agent's mail address goes with the name.
  func agent(_ person: Person) -> Person {
    var seen = Person(id: id(person.id, .agent))
    seen.name = name(person, policy[.agentName], words.agent, .agent)
    if policy[.agentName] == .keep { seen.emails = person.emails }
    return seen
  }
}

extension PersonView {
  /// A name that is not told becomes a word and, where there is one, the pseudonym of the id: a customer without a name
  /// would else be shown by mail or id.
  private func name(_ person: Person, _ treatment: Treatment, _ word: String, _ kind: StoreID) -> String {
    switch treatment {
    case .keep, .redact: person.name
    case .mask: person.name.isEmpty ? "" : Masked.name(person.name)
    case .drop: word
    case .pseudonym: "\(word) \(pseudonym(kind.rawValue, person.id))"
    }
  }

  private func values(_ values: [String], _ field: AudienceField, _ mask: (String) -> String) -> [String] {
    let told = values.filter { !$0.isEmpty }
    return switch policy[field] {
    case .keep, .redact: told
    case .drop: []
    case .mask: told.map(mask)
    case .pseudonym: told.map { pseudonym(field.rawValue, $0) }
    }
  }

  private func pseudonym(_ kind: String, _ value: String) -> String {
    key.map { Pseudonym(bits: $0.bits(kind, value.utf8)).description } ?? ""
  }
}

import Files

/// Digests of everything that the export says of a party, as far as its timeline shows it: its records' bytes and how
/// they are read, the person, the names of agents and topics. Equal digests mean equal contents, whatever files they
/// stand in. One for each thread.
public struct PartyContents {
  private let store: EventStore
  /// By file, how its records are read.
  private let layouts: [ContentDigest]
  private let topics: ContentDigest
  /// Of what decides what texts become.
  private let screen: ContentDigest?
  private var agentNames: [UInt32: ContentDigest] = [:]

  public init(_ store: EventStore) {
    self.store = store
    layouts = store.texts?.files.map(PartyContents.layout) ?? []
    var builder = ContentDigestBuilder()
    for topic in store.topics { builder.add(topic) }
    topics = builder.digest
    screen = store.screen?.digest
  }
}

extension PartyContents {
  /// Adds the contents of the party's events, in their order.
  public mutating func add(_ party: EventStore.Party, to builder: inout ContentDigestBuilder) {
    if let screen { builder.add(screen) }
    builder.add(store.name(party.brand))
    builder.add(store.customer(of: party))
    guard let texts = store.texts else { return }
    var agent: (id: UInt32, name: ContentDigest)?
    let events = store.events(of: party)
    texts.fetch(events)
    for event in events {
      builder.add(layouts[Location(packed: event.record).file - 1])
      builder.add(UInt64(bitPattern: event.at.milliseconds))
      builder.add(UInt64(event.kind.rawValue) << 8 | UInt64(event.actor.rawValue))
      builder.add(texts.record(event))
      if event.actorID != 0 {
        if agent?.id != event.actorID { agent = (event.actorID, name(of: event.actorID)) }
        if let agent { builder.add(agent.name) }
      }
      if event.listsTopics { builder.add(topics) }
    }
  }
}

extension PartyContents {
  private mutating func name(of agent: UInt32) -> ContentDigest {
    if let known = agentNames[agent] { return known }
    var builder = ContentDigestBuilder()
    builder.add(store.agentName(agent) ?? "")
    agentNames[agent] = builder.digest
    return builder.digest
  }

  private static func layout(of file: SourceFile) -> ContentDigest {
    var builder = ContentDigestBuilder()
    for column in file.header?.columns ?? [] { builder.add(column) }
    for column in file.layout.columns { builder.add(column) }
    for brand in [file.layout.brand ?? []] { brand.withUnsafeBufferPointer { builder.add($0) } }
    return builder.digest
  }
}

extension ContentDigestBuilder {
  fileprivate mutating func add(_ person: Person) {
    for text in [person.id, person.name, person.address] { add(text) }
    for list in [person.emails, person.phones, person.externalIDs.flatMap { [$0.system, $0.id] }] {
      add(UInt64(list.count))
      for text in list { add(text) }
    }
  }

  fileprivate mutating func add(_ topic: Topic) {
    for text in [topic.id, topic.name, topic.parent ?? ""] { add(text) }
  }
}

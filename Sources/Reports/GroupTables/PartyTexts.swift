import Events
import Grouping

/// The texts in the rows of one party after another, each encoded once for all rows that it stands in.
struct PartyTexts {
  private let store: EventStore
  private let identity: GroupIdentity
  private let tables: TableSet
  /// First what parties share, then the party's.
  private(set) var texts: FieldTexts
  private var shared = 0
  private(set) var channels: [FieldTexts.Place] = []
  /// Lists of one channel, by channel.
  private var soleChannels: [FieldTexts.Place] = []
  private let noList: FieldTexts.Place
  private(set) var brand: FieldTexts.Place
  private(set) var customer: FieldTexts.Place
  private(set) var conversationIDs: [FieldTexts.Place] = []
  private(set) var channelLists: [FieldTexts.Place] = []
  private(set) var sessionIDs: [FieldTexts.Place] = []
  private(set) var contactIDs: [FieldTexts.Place] = []
  private(set) var agentLists: [FieldTexts.Place] = []
  private(set) var eventIDs: [FieldTexts.Place] = []
  private(set) var anomalyNames: [FieldTexts.Place] = []

  init(store: EventStore, format: GroupTables.Format, tables: Set<GroupTables.Table>) {
    self.store = store
    self.tables = TableSet(tables)
    identity = GroupIdentity(store: store)
    texts = FieldTexts(format)
    noList = texts.add(list: EmptyCollection<Int>()) { _, _ in }
    (brand, customer) = (noList, noList)
    for channel in store.channels {
      channels.append(texts.add { $0.append(contentsOf: channel.utf8) })
      soleChannels.append(texts.add(list: CollectionOfOne(channel)) { $1.append(contentsOf: $0.utf8) })
    }
    shared = texts.end
  }
}

extension PartyTexts {
  /// How many bytes brand and customer take.
  var party: Int { brand.count + customer.count }

  mutating func read(_ groups: borrowing Groups, of party: EventStore.Party) {
    let events = store.events(of: party)
    texts.removeAll(from: shared)
    brand = name(party.brand)
    customer = name(party.customer)
    readConversations(groups, events)
    if tables.sessions || tables.events { readSessions(groups, events) }
    if tables.contacts || tables.events { readContacts(groups, events) }
    if tables.anomalies || tables.events { readEvents(groups, events) }
    texts.pad()
  }
}

extension PartyTexts {
  private mutating func name(_ index: UInt32) -> FieldTexts.Place {
    texts.add { store.appendName(index, to: &$0) }
  }

  private mutating func readConversations(_ groups: borrowing Groups, _ events: EventSlice) {
    conversationIDs.removeAll(keepingCapacity: true)
    channelLists.removeAll(keepingCapacity: true)
    for conversation in groups.conversations {
      conversationIDs.append(texts.add { identity.appendConversationID(conversation, in: events, to: &$0) })
      channelLists.append(list(ofChannels: groups.channels(of: conversation)))
    }
  }

  private mutating func list(ofChannels list: ArraySlice<UInt16>) -> FieldTexts.Place {
    switch list.count {
    case 0: noList
    case 1: soleChannels[Int(list[list.startIndex])]
    default: texts.add(list: list) { $1.append(contentsOf: store.channels[Int($0)].utf8) }
    }
  }

  private mutating func readSessions(_ groups: borrowing Groups, _ events: EventSlice) {
    sessionIDs.removeAll(keepingCapacity: true)
    for session in groups.sessions {
      sessionIDs.append(texts.add { identity.appendSessionID(session, in: events, to: &$0) })
    }
  }

  private mutating func readContacts(_ groups: borrowing Groups, _ events: EventSlice) {
    contactIDs.removeAll(keepingCapacity: true)
    agentLists.removeAll(keepingCapacity: true)
    for contact in groups.contacts {
      contactIDs.append(texts.add { identity.appendContactID(contact, in: events, to: &$0) })
      let agents = groups.agents(of: contact)
      agentLists.append(
        agents.isEmpty
          ? noList
          : texts.add(list: agents) { store.appendName($0, to: &$1) })
    }
  }

  private mutating func readEvents(_ groups: borrowing Groups, _ events: EventSlice) {
    eventIDs.removeAll(keepingCapacity: true)
    anomalyNames.removeAll(keepingCapacity: true)
    for position in groups.assignments.indices {
      eventIDs.append(texts.add { store.appendID(of: events[events.startIndex + position], into: &$0) })
    }
    for anomaly in groups.anomalies {
      anomalyNames.append(texts.add { $0.append(contentsOf: anomaly.kind.name.utf8) })
    }
  }
}

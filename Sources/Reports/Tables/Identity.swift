import Events
import Grouping
import Privacy

/// Who and what a group is: names to show, ids to write, addresses to link.
extension ReportContext {
  /// The brand of a party, `""` where the export names none.
  func brand(_ party: Int) -> String { store.name(store.parties[party].brand) }

  func customerID(_ party: Int) -> String { store.name(store.parties[party].customer) }

  /// By name, else mail, else id.
  func shownName(_ party: Int) -> String { names[party] }

  /// Whether the export names brands: then tables have a column for them. Parties are in the order of brands, and none
  /// is before all others.
  var hasBrands: Bool { store.parties.last.map { !store.name($0.brand).isEmpty } ?? false }

  /// Who did an event, where the export names anyone: by name, else mail, else id.
  func actorName(_ event: Int) -> String? {
    if let name = store.agentName(store.events[event].actorID) { return name }
    var details = EventDetails()
    store.details(of: store.events[event], into: &details)
    return details.actorName.isEmpty ? nil : String(decoding: details.actorName, as: UTF8.self)
  }

  /// As the words name it, else as the export does.
  func shownChannel(_ channel: UInt16) -> String { shownChannel(store.channels[Int(channel)]) }

  func shownChannel(_ name: String) -> String {
    let key = name.isEmpty ? "channel.none" : "channel." + name
    return words.has(key) ? words[key] : name
  }

  func eventID(_ event: Int) -> String { store.id(of: store.events[event]) }

  func conversationID(_ group: Groups.Conversation) -> String {
    id { identity.appendConversationID(group, in: store.events, to: &$0) }
  }

  func sessionID(_ group: Groups.Session) -> String {
    id { identity.appendSessionID(group, in: store.events, to: &$0) }
  }

  func contactID(_ group: Groups.Contact) -> String {
    id { identity.appendContactID(group, in: store.events, to: &$0) }
  }

  var identity: GroupIdentity { GroupIdentity(store: store) }

  /// Facts name openers by their positions in the whole store.
  private func id(_ append: (inout [UInt8]) -> Void) -> String {
    var bytes: [UInt8] = []
    append(&bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension ReportContext {
  func timeline(_ party: Int) -> Address {
    audience.address(.timeline, brand: brand(party), customer: customerID(party))
  }

  /// The name of something of a party, as its anchor says it.
  func address(_ kind: Address.Kind, _ party: Int, _ id: String) -> Address {
    audience.address(kind, brand: brand(party), customer: customerID(party), id: id.utf8)
  }

  /// Where a party's timeline is, as seen from this page; nil for an audience that has none.
  func href(_ party: Int) -> String? {
    audience.policy.hasTimelines ? page.links.address(timeline(party).page) : nil
  }

  /// Where something stands in its party's timeline, as seen from this page.
  func href(_ party: Int, _ address: Address) -> String? { href(party).map { $0 + "#" + address.anchor } }

  /// A link to something in its timeline, under the first letters of its address.
  func cell(_ party: Int, _ address: Address, before text: String = "") -> Table.Cell {
    .id(String(address.text.prefix(4)), before: text, href: href(party, address))
  }

  /// The party of an event.
  func party(ofEvent event: Int) -> Int { Int(store.events[event].party) }
}

import Events
import Grouping
import HTML
import Privacy
import Time

/// Tells one customer's timeline: knows who is who, what the groups are, and fills records of the templates' values.
final class Teller {
  let kit: TimelineKit
  let brand: String
  let customer: String
  let person: Person
  let shownName: String
  let rules: Rules
  let groups: Groups
  /// Those that are grouped: events after the as-of instant are left out.
  let events: EventSlice
  var story = Story()
  var details = EventDetails()
  /// The event that the details are of.
  private var detailed: Int?
  var agentNames = AgentNames()
  private var addresses: PartyAddresses
  /// By Conversation, and by place in `story.parts`: each is named several times on a page.
  private var conversationAnchors: [Address] = []
  private var partAnchors: [Address] = []
  /// The day that the reader was told last.
  var shownDay: CivilDate?
  /// What messages say of their authors, in the values that are being filled.
  var authors: AuthorTexts?
  private var stamps = StampWriter()
  /// The instant that was looked up last, and what the site's clock showed: it is asked for several times in a row.
  private var moment: (at: Instant, local: (date: CivilDate, millisecondOfDay: Int))?
  /// From where the window of the Conversation that is being told counts.
  var windowStart = Instant(milliseconds: 0)
  /// The sentence with the figures: the same on all pages of the customer.
  var lede: [UInt8] = []

  init(kit: TimelineKit, party: EventStore.Party, groups: Groups) {
    self.kit = kit
    brand = kit.store.name(party.brand)
    customer = kit.store.name(party.customer)
    addresses = kit.audience.addresses(brand: brand, customer: customer)
    person = kit.store.customer(of: party)
    shownName = person.shownName.isEmpty ? kit.words(.noName) : person.shownName
    rules = kit.rules.rules(for: brand)
    self.groups = groups
    events = kit.store.events(of: party).prefix(groups.assignments.count)
  }
}

extension Teller {
  subscript(event: Int) -> Event { events[events.startIndex + event] }

  /// Reads the customer's groups.
  func readStory() {
    story.read(groups, events)
    conversationAnchors = groups.conversations.indices.map { address(ofConversation: $0) }
    partAnchors = story.parts.map { address(of: $0) }
  }

  /// `e-abcdefghijkl`.
  func anchor(ofEvent event: Int) -> Address {
    addresses.address(.event) { kit.records.appendID(of: self[event], into: &$0) }
  }

  func anchor(ofConversation index: Int) -> Address { conversationAnchors[index] }

  /// - Parameter place: in `story.parts`.
  func anchor(ofPart place: Int) -> Address { partAnchors[place] }

  private func address(ofConversation index: Int) -> Address {
    let conversation = groups.conversations[index]
    return addresses.address(.conversation) { id in
      guard conversation.givenID == 0 else {
        return id.append(contentsOf: kit.store.name(conversation.givenID).utf8)
      }
      id.append("c:")
      kit.records.appendID(of: self[conversation.opener], into: &id)
    }
  }

  private func address(of part: Part) -> Address {
    let isSession = part.kind == .session
    return addresses.address(isSession ? .session : .contact) { id in
      id.append(isSession ? "s:" : "k:")
      kit.records.appendID(of: self[part.opener], into: &id)
    }
  }

  /// The first page's address.
  var address: String { addresses.address(.timeline).page }
}

extension Teller {
  /// `AI session 1`, `Contact 2`.
  func name(_ part: Part) -> String {
    part.kind == .session ? kit.words.session(part.number) : kit.words.contact(part.number)
  }

  /// The same in a sentence and in the picture.
  func shortName(_ part: Part) -> String {
    part.kind == .session ? kit.words.sessionShort(part.number) : kit.words.contact(part.number)
  }

  /// What the site's clock shows at an instant.
  func local(_ instant: Instant) -> (date: CivilDate, millisecondOfDay: Int) {
    if let moment, moment.at == instant { return moment.local }
    let local = kit.clock.zone.local(instant)
    moment = (instant, local)
    return local
  }

  /// Appends an instant for machines.
  func write(stamp instant: Instant, to bytes: inout [UInt8]) { stamps.write(instant, to: &bytes) }

  /// Parses an event's record for its details, unless they are those already.
  func readDetails(of event: Int) {
    guard detailed != event else { return }
    kit.records.details(of: self[event], into: &details)
    detailed = event
  }

  /// Who did something, in a sentence. Reads the event's details.
  func who(_ event: Int) -> String {
    switch self[event].actor {
    case .customer: return shownName.isolated
    case .ai: return kit.words.theAI
    case .system: return kit.words(.whoSystem)
    case .agent:
      let name = agentName(event)
      return name.isEmpty ? kit.words.theTeam : name.isolated
    }
  }

  /// An agent's name, else its id, else nothing. Reads the event's details unless the name is known.
  func agentName(_ event: Int) -> String {
    let id = self[event].actorID
    if id != 0 { return agentNames.name(id, in: kit) }
    readDetails(of: event)
    return String(decoding: details.actorName, as: UTF8.self)
  }

  /// The channel's name where there is one.
  func channelName(_ channel: UInt16) -> String { channel == 0 ? "" : kit.words.channels[Int(channel)] }
}

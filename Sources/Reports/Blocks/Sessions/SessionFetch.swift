import Events
import Grouping

/// Has the processor fetch what rows of Sessions are made from, some rows at a time. Sessions in the order of time are of
/// customers that lie far apart, and so is all that a row shows: asked for together it comes in the time of one.
struct SessionFetch {
  /// How many rows are fetched at a time.
  static let rows = 16

  private let store: EventStore
  private let conversations: FactColumn<ConversationFact>
  private let contacts: FactColumn<ContactFact>

  init(_ context: ReportContext) {
    store = context.store
    conversations = context.facts.conversations
    contacts = context.facts.contacts
  }
}

extension SessionFetch {
  func fetch(_ sessions: some Collection<SessionFact>) {
    for session in sessions {
      conversations.fetch(session.group.conversation)
      if let contact = session.group.contact { contacts.fetch(contact) }
      store.fetch(event: session.group.opener)
    }
    for session in sessions {
      store.fetch(event: conversations[session.group.conversation].group.opener)
      if let contact = session.group.contact { store.fetch(event: contacts[contact].group.opener) }
      store.fetchID(ofEvent: session.group.opener)
    }
    for session in sessions {
      store.fetchID(ofEvent: conversations[session.group.conversation].group.opener)
      if let contact = session.group.contact { store.fetchID(ofEvent: contacts[contact].group.opener) }
    }
  }
}

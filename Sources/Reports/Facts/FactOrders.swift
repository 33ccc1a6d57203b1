import Time

/// The orders in which reports look at facts, each worked out when it is first asked for.
struct FactOrders: Sendable {
  let conversationsByStart = Once<InstantOrder>()
  let conversationsByClose = Once<InstantOrder>()
  let contactsByEnd = Once<InstantOrder>()
  /// By the start of the Conversation that they are in.
  let sessionsByConversation = Once<InstantOrder>()
  let contactsByConversation = Once<InstantOrder>()
}

extension ReportContext {
  /// Conversations that began in a period, in the order of facts.
  func conversations(startedIn period: Period) -> [ConversationFact] {
    conversationPositions(startedIn: period).map { facts.conversations[$0] }
  }

  /// Where these stand in `Facts.conversations`.
  func conversationPositions(startedIn period: Period) -> [Int] {
    orders.conversationsByStart.get { InstantOrder(facts.conversations) { $0.group.startedAt } }
      .positions(in: period.instants(in: zone))
  }

  /// Closed Conversations whose last close was in a period, in the order of facts.
  func conversations(closedIn period: Period) -> [ConversationFact] {
    orders.conversationsByClose.get { InstantOrder(facts.conversations) { $0.group.closedAt } }
      .positions(in: period.instants(in: zone)).map { facts.conversations[$0] }
  }

  /// Contacts that ended in a period, in the order of facts.
  func contacts(endedIn period: Period) -> [ContactFact] {
    orders.contactsByEnd.get { InstantOrder(facts.contacts) { $0.group.endedAt } }
      .positions(in: period.instants(in: zone)).map { facts.contacts[$0] }
  }

  /// Sessions in Conversations that began in a period.
  func sessions(inConversationsStartedIn period: Period) -> [SessionFact] {
    orders.sessionsByConversation.get {
      InstantOrder(facts.sessions) { [facts] in facts.conversations[$0.group.conversation].group.startedAt }
    }.positions(in: period.instants(in: zone)).map { facts.sessions[$0] }
  }

  /// Contacts in Conversations that began in a period.
  func contacts(inConversationsStartedIn period: Period) -> [ContactFact] {
    orders.contactsByConversation.get {
      InstantOrder(facts.contacts) { [facts] in facts.conversations[$0.group.conversation].group.startedAt }
    }.positions(in: period.instants(in: zone)).map { facts.contacts[$0] }
  }
}

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
  func conversations(startedIn period: Period) -> FactRun<ConversationFact> {
    let order = orders.conversationsByStart.get { InstantOrder(facts.conversations) { $0.group.startedAt } }
    return run(order, of: facts.conversations, in: period)
  }

  /// Closed Conversations whose last close was in a period, in the order of facts.
  func conversations(closedIn period: Period) -> FactRun<ConversationFact> {
    let order = orders.conversationsByClose.get { InstantOrder(facts.conversations) { $0.group.closedAt } }
    return run(order, of: facts.conversations, in: period)
  }

  /// Contacts that ended in a period, in the order of facts.
  func contacts(endedIn period: Period) -> FactRun<ContactFact> {
    let order = orders.contactsByEnd.get { InstantOrder(facts.contacts) { $0.group.endedAt } }
    return run(order, of: facts.contacts, in: period)
  }

  /// Sessions in Conversations that began in a period.
  func sessions(inConversationsStartedIn period: Period) -> FactRun<SessionFact> {
    let order = orders.sessionsByConversation.get {
      InstantOrder(facts.sessions) { [facts] in facts.conversations[$0.group.conversation].group.startedAt }
    }
    return run(order, of: facts.sessions, in: period)
  }

  /// Contacts in Conversations that began in a period.
  func contacts(inConversationsStartedIn period: Period) -> FactRun<ContactFact> {
    let order = orders.contactsByConversation.get {
      InstantOrder(facts.contacts) { [facts] in facts.conversations[$0.group.conversation].group.startedAt }
    }
    return run(order, of: facts.contacts, in: period)
  }

  private func run<Fact>(_ order: InstantOrder, of facts: FactColumn<Fact>, in period: Period) -> FactRun<Fact> {
    FactRun(facts: facts, positions: order.positions(in: period.instants(in: zone)))
  }
}

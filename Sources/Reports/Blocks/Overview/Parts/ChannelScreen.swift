/// Which numbers of the table by channel are hidden: of Conversations by the channel on which they began, and of the
/// Sessions and Contacts in them.
struct ChannelScreen: Sendable {
  private let conversations: RowScreen
  private let sessions: RowScreen
  private let contacts: RowScreen

  /// Nil for an audience that is told every number.
  init?(_ channels: [UInt16], _ context: ReportContext) {
    let (facts, period) = (context.facts, context.page.period)
    let places = Dictionary(uniqueKeysWithValues: zip(channels, channels.indices))
    func rows<Fact>(_ run: FactRun<Fact>, _ channel: (Fact) -> UInt16) -> [FactRun<Fact>] {
      run.divided(into: channels.count) { places[channel($0)] }
    }
    guard context.hidesFew,
      let conversations = RowScreen(
        rows(context.conversations(startedIn: period)) { $0.channel }, [.paths], context),
      let sessions = RowScreen(
        rows(context.sessions(inConversationsStartedIn: period)) {
          facts.conversations[$0.group.conversation].channel
        }, [.outcomes], context),
      let contacts = RowScreen(
        rows(context.contacts(inConversationsStartedIn: period)) {
          facts.conversations[$0.group.conversation].channel
        }, [.origins], context)
    else { return nil }
    (self.conversations, self.sessions, self.contacts) = (conversations, sessions, contacts)
  }
}

extension ChannelScreen {
  func hides(_ key: String, row: Int) -> Bool {
    switch key {
    case "sessions", "rate": sessions.hides(key, row: row)
    case "contacts", "unanswered", "first_replies": contacts.hides(key, row: row)
    default: conversations.hides(key, row: row)
    }
  }

  /// Whether all of a row's bar is told.
  func tellsPaths(row: Int) -> Bool {
    !["conversations", "ai_only", "both", "team_only"].contains { conversations.hides($0, row: row) }
  }

  var isLeftOut: Bool { conversations.isLeftOut || sessions.isLeftOut || contacts.isLeftOut }
}

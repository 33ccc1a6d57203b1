import Grouping
import Testing
import Time

@testable import Events

/// What holds of any history under any rules. A failure names its seed.
@Suite struct GroupingPropertyTests {
  static let seeds: Range<UInt64> = 0..<200

  @Test func putsEveryExchangeIntoOneConversationAndOneSessionOrContact() {
    forEachSeed { seed, history, _, groups in
      for (event, assignment) in zip(history.events, groups.assignments) where event.eventClass == .exchange {
        #expect(assignment.conversation != nil, "seed \(seed)")
        #expect((assignment.session == nil) != (assignment.contact == nil), "seed \(seed)")
        let joined =
          assignment.session.map { groups.sessions[$0].conversation }
          ?? assignment.contact.map { groups.contacts[$0].conversation }
        #expect(joined == assignment.conversation, "seed \(seed)")
      }
    }
  }

  @Test func countsWhatItAssigns() {
    forEachSeed { seed, history, _, groups in
      for (index, conversation) in groups.conversations.enumerated() {
        let events = groups.assignments.count { $0.conversation == index }
        #expect(conversation.events == events, "seed \(seed)")
        #expect(conversation.sessions == groups.sessions.count { $0.conversation == index }, "seed \(seed)")
        #expect(conversation.contacts == groups.contacts.count { $0.conversation == index }, "seed \(seed)")
      }
      let messages = history.events.filter { $0.kind == .message && $0.actor != .system }.count
      let inSessions = groups.sessions.reduce(0) { $0 + $1.customerMessages + $1.aiMessages }
      let inContacts = groups.contacts.reduce(0) { $0 + $1.customerMessages + $1.aiMessages + $1.agentMessages }
      #expect(inSessions + inContacts == messages, "seed \(seed)")
    }
  }

  @Test func ordersSpans() {
    forEachSeed { seed, _, _, groups in
      for span in Span.all(of: groups) {
        let conversation = groups.conversations[span.conversation]
        #expect(conversation.startedAt <= span.startedAt, "seed \(seed)")
        #expect(span.startedAt <= span.lastActivityAt, "seed \(seed)")
        #expect(span.endedAt.map { $0 >= span.lastActivityAt } ?? true, "seed \(seed)")
        guard let closedAt = conversation.closedAt else { continue }
        #expect(span.endedAt.map { $0 <= closedAt } ?? false, "seed \(seed)")
      }
      for conversation in groups.conversations {
        #expect(conversation.startedAt <= conversation.lastActivityAt, "seed \(seed)")
        guard conversation.closeReason == .window, conversation.closes.isEmpty else { continue }
        #expect(conversation.closedAt.map { $0 >= conversation.startedAt } ?? false, "seed \(seed)")
      }
      #expect(groups.conversations.map(\.opener) == groups.conversations.map(\.opener).sorted(), "seed \(seed)")
    }
  }

  @Test func overlapsNothingOnOneChannelOfOneConversation() {
    forEachSeed { seed, _, _, groups in
      var last: [[Int]: Span] = [:]
      for span in Span.all(of: groups).sorted(by: { $0.opener < $1.opener }) {
        if let before = last.updateValue(span, forKey: [span.conversation, Int(span.channel)]) {
          #expect(before.endedAt.map { $0 <= span.startedAt } ?? false, "seed \(seed)")
        }
      }
    }
  }

  @Test func endsSessionsExactlyWhenTheirTimeIsOver() {
    forEachSeed { seed, history, rules, groups in
      guard let timeout = rules.sessionTimeout else { return }
      var last: [Int: Instant] = [:]
      for (event, assignment) in zip(history.events, groups.assignments) {
        guard let session = assignment.session, event.eventClass == .exchange else { continue }
        let before = last.updateValue(event.at, forKey: session)
        #expect(before.map { event.at < $0 + timeout } ?? true, "seed \(seed)")
      }
      for session in groups.sessions where session.endReason == .inactivity {
        #expect(session.endedAt == session.lastActivityAt + timeout, "seed \(seed)")
      }
    }
  }

  @Test func groupsTheSameTwiceAndWithUsedBuffers() {
    var groups = Groups()
    var grouper = Grouper(rules: Rules(text: ""), channels: ["", "c", "a", "b"])
    for seed in GroupingPropertyTests.seeds {
      var random = RandomHistory(seed: seed)
      let history = random.history(count: 30)
      let fresh = GroupsText(groups: history.groups(), history: history)
      guard let last = history.events.last else { continue }
      for _ in 0..<2 {
        grouper.group(EventSlice(history.events), asOf: last.at, into: &groups)
        let used = GroupsText(groups: groups, history: history)
        #expect(used.lines == fresh.lines, "seed \(seed)")
        #expect(used.assignments == fresh.assignments, "seed \(seed)")
      }
    }
  }

  /// The responder route looks ahead, so it is left out here: later data may change which lane a message took.
  @Test func keepsAssignmentsAndNamesWhenLaterDataArrives() {
    for seed in GroupingPropertyTests.seeds {
      var random = RandomHistory(seed: seed)
      let rules = random.rules() + (seed % 2 == 0 ? " route=ai" : " route=team")
      let history = random.history(count: 40)
      let whole = GroupsText(groups: history.groups(rules: rules), history: history).assignments
      for count in stride(from: 1, to: 40, by: 7) {
        let early = History(events: Array(history.events[..<count]), channels: history.channels, names: history.names)
        let found = GroupsText(groups: early.groups(rules: rules), history: early).assignments
        #expect(found[...] == whole[..<count], "seed \(seed)")
      }
    }
  }

  @Test func changesNothingByAnnotations() {
    for seed in GroupingPropertyTests.seeds {
      var random = RandomHistory(seed: seed)
      let rules = random.rules()
      let history = random.history(count: 40)
      let asOf = history.events.last?.at.clock
      let kept = history.events.filter { $0.eventClass != .annotation }
      let bare = History(events: kept, channels: history.channels, names: history.names)
      let groups = history.groups(rules: rules, asOf: asOf)
      let bareGroups = bare.groups(rules: rules, asOf: asOf)
      #expect(Span.all(of: groups).map(\.times) == Span.all(of: bareGroups).map(\.times), "seed \(seed)")
      #expect(groups.conversations.map(\.closedAt) == bareGroups.conversations.map(\.closedAt), "seed \(seed)")
      #expect(groups.anomalies.map(\.kind) == bareGroups.anomalies.map(\.kind), "seed \(seed)")
    }
  }

  @Test func keepsThousandsOfConversationsAndChannelsOpenAtOnce() {
    let channels = [""] + (1...500).map { "channel \($0)" }
    var events: [Event] = []
    for line in 0..<30_000 {
      let actor = line / 7500 % 2 == 0 ? Actor.ai : .agent
      var event = Event(at: Instant(milliseconds: Int64(line) * 100), kind: .message, actor: actor, line: line)
      event.conversation = UInt32(line % 2500 + 1)
      event.channel = UInt16(line % 7500 / 2500 * 100 + line % 97 + 1)
      events.append(event)
    }
    let groups = History(events: events, channels: channels, names: []).groups()
    #expect(groups.conversations.count == 2500)
    #expect(groups.conversations.allSatisfy { $0.events == 12 && $0.openRule == .givenID })
    #expect(groups.sessions.count + groups.contacts.count > 7500)
  }
}

extension GroupingPropertyTests {
  private func forEachSeed(_ check: (UInt64, History, Rules, Groups) -> Void) {
    for seed in GroupingPropertyTests.seeds {
      var random = RandomHistory(seed: seed)
      let rules = random.rules()
      let history = random.history(count: 60)
      check(seed, history, Rules(text: rules), history.groups(rules: rules))
    }
  }
}

/// What Sessions and Contacts have in common.
private struct Span {
  var conversation: Int
  var opener: Int
  var channel: UInt16
  var startedAt: Instant
  var lastActivityAt: Instant
  var endedAt: Instant?

  var times: [Instant?] { [startedAt, lastActivityAt, endedAt] }

  static func all(of groups: Groups) -> [Span] {
    groups.sessions.map {
      Span(
        conversation: $0.conversation, opener: $0.opener, channel: $0.channel, startedAt: $0.startedAt,
        lastActivityAt: $0.lastActivityAt, endedAt: $0.endedAt)
    }
      + groups.contacts.map {
        Span(
          conversation: $0.conversation, opener: $0.opener, channel: $0.channel, startedAt: $0.startedAt,
          lastActivityAt: $0.lastActivityAt, endedAt: $0.endedAt)
      }
  }
}

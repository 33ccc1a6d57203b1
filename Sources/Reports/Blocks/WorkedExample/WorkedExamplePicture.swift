import Charts
import Events
import Grouping
import HTML
import Time
import Wording

/// Turns the worked example's groups into lanes, on a clock that shows UTC.
struct WorkedExamplePicture {
  let groups: Groups
  let events: EventSlice
  let words: Words

  var markup: Markup {
    LanePicture.pictures(of: data, clock: clock, caption: caption).first?.render() ?? Markup()
  }
}

extension WorkedExamplePicture {
  private var data: LaneData {
    LaneData(
      conversations: groups.conversations.enumerated().map { index, conversation in
        let name = words.fill("example.conversation", ["n": words.number(index + 1)])
        return LaneConversation(
          start: conversation.startedAt.milliseconds, end: conversation.closedAt?.milliseconds,
          title: title(name, conversation.startedAt, conversation.closedAt), label: name)
      }, sessions: groups.sessions.enumerated().map { session($1, name("session", $0)) },
      contacts: groups.contacts.enumerated().map { contact($1, name("contact", $0)) }, messages: messages,
      openUntil: events.last?.at.milliseconds ?? 0, windowEnd: windowEnd)
  }

  private func session(_ group: Groups.Session, _ name: String) -> LaneSession {
    LaneSession(
      conversation: group.conversation, start: group.startedAt.milliseconds,
      lastActivity: group.lastActivityAt.milliseconds, end: group.endedAt?.milliseconds,
      title: title(name, group.startedAt, group.endedAt), label: name)
  }

  private func contact(_ group: Groups.Contact, _ name: String) -> LaneContact {
    LaneContact(
      conversation: group.conversation, start: group.startedAt.milliseconds,
      firstReply: group.firstReplyAt?.milliseconds, end: group.endedAt?.milliseconds,
      title: title(name, group.startedAt, group.endedAt), label: name,
      handoff: group.origin == .handoff ? words["example.handoff"] : nil)
  }

  private var messages: [LaneMessage] {
    events.filter { $0.kind == .message }.compactMap { event in
      switch event.actor {
      case .customer: LaneMessage(instant: event.at.milliseconds, author: .customer)
      case .ai: LaneMessage(instant: event.at.milliseconds, author: .ai)
      case .agent: LaneMessage(instant: event.at.milliseconds, author: .team)
      case .system: nil
      }
    }
  }

  private var windowEnd: LaneWindowEnd? {
    groups.conversations.last?.deadline.map { deadline in
      LaneWindowEnd(
        words: words["example.window"], detail: words.fill("example.tomorrow", ["time": time(deadline.milliseconds)]))
    }
  }

  private var caption: Caption {
    let first = groups.sessions.first
    return Caption(
      id: "worked-example", title: words["example.title"],
      description: words.fill(
        "example.description",
        [
          "start": time(groups.conversations.first?.startedAt.milliseconds ?? 0),
          "end": time(groups.conversations.first?.closedAt?.milliseconds ?? 0),
          "sessions": groups.sessions.enumerated().map { title(name("session", $0), $1.startedAt, $1.endedAt) }
            .joined(separator: ". "),
          "contacts": groups.contacts.enumerated().map { title(name("contact", $0), $1.startedAt, $1.endedAt) }
            .joined(separator: ". "),
          "last": time(first?.lastActivityAt.milliseconds ?? 0),
        ]))
  }

  private func name(_ key: String, _ index: Int) -> String {
    words.fill("example." + key, ["n": words.number(index + 1)])
  }

  private func title(_ name: String, _ start: Instant, _ end: Instant?) -> String {
    words.fill(
      "example.span",
      ["name": name, "from": time(start.milliseconds), "to": time((end ?? start).milliseconds)])
  }

  private func time(_ milliseconds: Int64) -> String {
    words.time(millisecondOfDay: Zone.utc.local(Instant(milliseconds: milliseconds)).millisecondOfDay)
  }

  private var clock: LaneClock {
    LaneClock(
      offset: { _ in 0 }, hour: time, date: { [words] in words.day(Zone.utc.date(Instant(milliseconds: $0))) },
      length: { [words] in words.shortLength(Length(milliseconds: $0)) },
      fold: { [words] length, _ in words.shortLength(Length(milliseconds: length)) })
  }
}

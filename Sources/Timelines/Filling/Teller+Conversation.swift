import Events
import Grouping
import Templating
import Time

/// Fills a Conversation's section.
extension Teller {
  /// - Parameters:
  ///   - lines: the Conversation's lines, all or, on a page of many, some of them.
  ///   - within: the part that the lines before these began and did not end.
  func fill(
    conversation index: Int, _ lines: ArraySlice<Line>, within: Int?, isContinued: Bool, _ values: inout Values
  ) {
    let record = values.append(to: ListFields.conversations, of: values.root)
    fillHead(index, isContinued, record, &values)
    shownDay = isContinued ? nil : kit.clock.date(groups.conversations[index].startedAt)
    fill(lines, within: within, of: index, record, &values)
  }

  /// Fills the section of what goes to no Conversation.
  func fill(orphans lines: ArraySlice<Line>, _ values: inout Values) {
    let record = values.append(to: ListFields.conversations, of: values.root)
    values.set(ConversationFields.heading, of: record, text: "cv0")
    values.set(ConversationFields.name, of: record, text: kit.words(.loose))
    values.set(ConversationFields.explained, of: record, text: kit.words(.looseNote))
    shownDay = nil
    fill(lines, within: nil, of: nil, record, &values)
  }

  /// What follows the beginning of a Conversation in its head: `to 17:25`.
  private func until(_ conversation: Groups.Conversation) -> String {
    guard let closedAt = conversation.closedAt else { return kit.words(.untilOpen) }
    return kit.words(.until, .end(kit.clock.short(closedAt, seenFrom: conversation.startedAt)))
  }
}

extension Teller {
  private func fillHead(_ index: Int, _ isContinued: Bool, _ record: Values.Record, _ values: inout Values) {
    let conversation = groups.conversations[index]
    let name = kit.words.conversation(index + 1)
    values.set(ConversationFields.heading, of: record, text: "cv\(index + 1)")
    if isContinued {
      values.set(ConversationFields.name, of: record, text: kit.words(.continued, .name(name)))
    } else {
      values.build(ConversationFields.anchor, of: record) { anchor(ofConversation: index).writeAnchor(to: &$0) }
      values.set(ConversationFields.name, of: record, text: name)
    }
    values.build(ConversationFields.stamp, of: record) { write(stamp: conversation.startedAt, to: &$0) }
    values.set(ConversationFields.from, of: record, text: kit.clock.dayAndTime(conversation.startedAt))
    values.set(ConversationFields.to, of: record, text: until(conversation))
    values.build(ConversationFields.meta, of: record) { write(metaOfConversation: index, to: &$0) }
    let link =
      conversation.givenID == 0
      ? nil
      : RecordLink.conversation(
        kit.settings.linkTemplate, customer: customer, conversation: kit.store.name(conversation.givenID))
    if let link { values.set(ConversationFields.record, of: record, text: link) }
  }

  /// `Chat · 7 h 25 min · 2 AI sessions, 1 contact · 18 messages`.
  private func write(metaOfConversation index: Int, to bytes: inout [UInt8]) {
    let conversation = groups.conversations[index]
    let start = bytes.count
    func add(_ fragment: String) { kit.words.write(dotted: fragment, since: start, to: &bytes) }
    add(channels(conversation))
    if let closedAt = conversation.closedAt { add(kit.clock.words.length(closedAt - conversation.startedAt)) }
    add(parts(of: conversation))
    add(kit.words.messages.text(messages(in: index)))
  }

  private func parts(of conversation: Groups.Conversation) -> String {
    let sessions = conversation.sessions == 0 ? "" : kit.words.sessions.text(conversation.sessions)
    let contacts = conversation.contacts == 0 ? "" : kit.words.contacts.text(conversation.contacts)
    return sessions.isEmpty || contacts.isEmpty ? sessions + contacts : sessions + kit.words.comma + contacts
  }

  private func messages(in index: Int) -> Int {
    story.partsOf[index].reduce(0) { $0 + messages(in: story.parts[$1]) }
  }

  private func messages(in part: Part) -> Int {
    switch part.kind {
    case .session: groups.sessions[part.index].customerMessages + groups.sessions[part.index].aiMessages
    case .contact:
      groups.contacts[part.index].customerMessages + groups.contacts[part.index].agentMessages
        + groups.contacts[part.index].aiMessages
    }
  }

  func channels(_ conversation: Groups.Conversation) -> String {
    groups.channels(of: conversation).map(channelName).joined(separator: kit.words.comma)
  }
}

extension Teller {
  private func fill(
    _ lines: ArraySlice<Line>, within: Int?, of index: Int?, _ record: Values.Record, _ values: inout Values
  ) {
    var next = lines.startIndex
    if let within {
      next = fill(part: within, lines, from: next, isContinued: true, record, &values)
    }
    while next < lines.endIndex {
      if case .begin(let place) = lines[next] {
        next = fill(part: place, lines, from: next + 1, isContinued: false, record, &values)
      } else {
        fill(lines[next], of: index, record, &values)
        next += 1
      }
    }
  }

  private func fill(_ line: Line, of index: Int?, _ record: Values.Record, _ values: inout Values) {
    switch line {
    case .boundary(let boundary, let instant, let event):
      if let instant { fillDay(instant, record, &values) }
      let row = values.append(to: ConversationFields.lines, of: record)
      let aside = values.append(to: LineFields.boundary, of: row)
      fill(boundary, at: instant, event: event, in: index ?? 0, aside, &values)
    case .aside(let event):
      fillDay(self[event].at, record, &values)
      let row = values.append(to: ConversationFields.lines, of: record)
      fill(aside: event, in: index, values.append(to: LineFields.note, of: row), &values)
    case .gap(let length):
      let row = values.append(to: ConversationFields.lines, of: record)
      values.set(LineFields.gap, of: row, text: kit.words(.gap, .length(kit.clock.words.length(length))))
    case .begin, .message, .wait, .quiet, .end: break
    }
  }

  /// A date rule, if the reader was told of another day last.
  private func fillDay(_ instant: Instant, _ record: Values.Record, _ values: inout Values) {
    guard let day = newDay(instant) else { return }
    let row = values.append(to: ConversationFields.lines, of: record)
    values.set(LineFields.day, of: row, text: day)
  }

  func newDay(_ instant: Instant) -> String? {
    let date = local(instant).date
    guard date != shownDay else { return nil }
    let isOtherYear = shownDay.map { $0.parts.year != date.parts.year } ?? true
    shownDay = date
    return isOtherYear ? kit.clock.dayAndYear(date) : kit.clock.day(date)
  }

  /// Fills a Session or Contact up to its end, or to that of the lines; returns where to go on.
  private func fill(
    part place: Int, _ lines: ArraySlice<Line>, from start: Int, isContinued: Bool, _ record: Values.Record,
    _ values: inout Values
  ) -> Int {
    var end = start
    var messages = 0
    while end < lines.endIndex {
      if case .end = lines[end] { break }
      if case .message = lines[end] { messages += 1 }
      end += 1
    }
    let part = story.parts[place]
    let first = lines[start..<end].lazy.compactMap(\.event).first
    fillDay(isContinued ? first.map { self[$0].at } ?? part.startedAt : part.startedAt, record, &values)
    let row = values.append(to: ConversationFields.lines, of: record)
    let slot = part.kind == .session ? LineFields.session : LineFields.contact
    let filled = values.append(to: slot, of: row)
    fillHead(part: place, isContinued, filled, &values)
    fill(rows: lines[start..<end], messages: messages, of: part, filled, &values)
    return min(end + 1, lines.endIndex)
  }
}

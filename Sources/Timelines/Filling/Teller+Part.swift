import Events
import Grouping
import Templating
import Time

/// Fills a Session's or Contact's section.
extension Teller {
  func fillHead(part place: Int, _ isContinued: Bool, _ record: Values.Record, _ values: inout Values) {
    let part = story.parts[place]
    let name = name(part)
    if isContinued {
      values.set(PartFields.name, of: record, text: kit.words(.continued, .name(name)))
    } else {
      values.build(PartFields.anchor, of: record) { anchor(ofPart: place).writeAnchor(to: &$0) }
      values.set(PartFields.name, of: record, text: name)
    }
    values.build(PartFields.meta, of: record) { bytes in
      switch part.kind {
      case .session: write(metaOfSession: part, to: &bytes)
      case .contact: write(metaOfContact: part, to: &bytes)
      }
    }
  }

  /// Fills the rows; of more than a few, those in the middle are folded.
  func fill(
    rows lines: ArraySlice<Line>, messages: Int, of part: Part, _ record: Values.Record, _ values: inout Values
  ) {
    let ends = kit.settings.unfoldedAtEnds
    let folds = messages > kit.settings.mostUnfolded
    var fold: Values.Record?
    var seen = 0
    for (index, line) in zip(lines.indices, lines) {
      if case .message = line { seen += 1 }
      let isFolded = folds && seen > ends && seen <= messages - ends
      if isFolded, fold == nil { fold = addFold(lines[index...], count: messages - 2 * ends, record, &values) }
      if isFolded, let fold {
        fill(row: line, of: part, FoldFields.rows, fold, &values)
      } else {
        fill(row: line, of: part, fold == nil ? PartFields.rows : PartFields.rest, record, &values)
      }
    }
  }
}

extension Teller {
  private func addFold(
    _ lines: ArraySlice<Line>, count: Int, _ record: Values.Record, _ values: inout Values
  ) -> Values.Record {
    var first: Instant?
    var last: Instant?
    var seen = 0
    for line in lines {
      guard case .message(let event) = line else { continue }
      seen += 1
      first = first ?? self[event].at
      last = self[event].at
      if seen == count { break }
    }
    let fold = values.append(to: PartFields.fold, of: record)
    guard let first, let last else { return fold }
    let words = kit.words.words
    let summary = words.fill(
      words.form("timeline.more", count),
      ["n": words.number(count), "from": kit.clock.time(first), "to": kit.clock.short(last, seenFrom: first)])
    values.set(FoldFields.summary, of: fold, text: summary)
    return fold
  }

  private func fill(
    row line: Line, of part: Part, _ slot: Slot, _ record: Values.Record, _ values: inout Values
  ) {
    switch line {
    case .message(let event):
      fillDay(self[event].at, slot, record, &values)
      fill(message: event, of: values.append(to: slot, of: record), in: &values)
    case .aside(let event):
      fillDay(self[event].at, slot, record, &values)
      let row = values.append(to: slot, of: record)
      fill(aside: event, in: part.conversation, values.append(to: RowFields.aside, of: row), &values)
    case .wait(let length, let byTeam):
      let row = values.append(to: slot, of: record)
      let text = kit.words(byTeam ? .waitTeam : .waitAi, .length(kit.clock.words.length(length)))
      values.set(RowFields.wait, of: row, text: text)
    case .quiet(let length):
      values.set(
        PartFields.quiet, of: record, text: kit.words(.quiet, .length(kit.clock.words.length(length))))
    case .boundary, .gap, .begin, .end: break
    }
  }

  private func fillDay(
    _ instant: Instant, _ slot: Slot, _ record: Values.Record, _ values: inout Values
  ) {
    guard let day = newDay(instant) else { return }
    values.set(RowFields.day, of: values.append(to: slot, of: record), text: day)
  }
}

extension Teller {
  /// `10:00 to 12:15`.
  func span(_ part: Part) -> String {
    let from = kit.clock.time(part.startedAt)
    guard let endedAt = part.endedAt else { return kit.words(.spanOpen, .from(from)) }
    return kit.words(.span, .from(from), .to(kit.clock.short(endedAt, seenFrom: part.startedAt)))
  }

  /// `10:00 to 12:15 · 15 min active, 2 h waiting · 6 messages`.
  private func write(metaOfSession part: Part, to bytes: inout [UInt8]) {
    let session = groups.sessions[part.index]
    let start = bytes.count
    func add(_ fragment: String) { kit.words.write(dotted: fragment, since: start, to: &bytes) }
    add(span(part))
    add(channel(part, session.channel))
    if session.origin == .ai { add(kit.words(.byAi)) }
    add(activity(part))
    if session.aiMessages == 0 { add(kit.words(.noAiReply)) }
    add(kit.words.messages.text(session.customerMessages + session.aiMessages))
  }

  private func activity(_ part: Part) -> String {
    let active = kit.clock.words.length(part.lastActivityAt - part.startedAt)
    guard let endedAt = part.endedAt, endedAt > part.lastActivityAt else {
      return kit.words(.active, .length(active))
    }
    return kit.words(
      .activeWaiting, .active(active), .waiting(kit.clock.words.length(endedAt - part.lastActivityAt)))
  }

  /// `17:10 to 17:25 · after a hand-off · Alma Teague · first reply after 2 min · 6 messages`.
  private func write(metaOfContact part: Part, to bytes: inout [UInt8]) {
    let contact = groups.contacts[part.index]
    let start = bytes.count
    func add(_ fragment: String) { kit.words.write(dotted: fragment, since: start, to: &bytes) }
    add(span(part))
    add(channel(part, contact.channel))
    add(origin(contact.origin))
    add(groups.agents(of: contact).map { agentNames.name($0, in: kit).isolated }.joined(separator: kit.words.comma))
    add(reply(contact))
    add(kit.words.messages.text(contact.customerMessages + contact.agentMessages + contact.aiMessages))
  }

  /// Nothing where the first reply is what began the Contact.
  private func reply(_ contact: Groups.Contact) -> String {
    guard let reply = contact.firstReplyAt else { return kit.words(.noReply) }
    if reply == contact.startedAt { return "" }
    return kit.words(.firstReply, .length(kit.clock.words.length(reply - contact.startedAt)))
  }

  /// Where the Conversation has several; its head names a single one.
  private func channel(_ part: Part, _ channel: UInt16) -> String {
    groups.conversations[part.conversation].channels.count > 1 ? channelName(channel) : ""
  }

  private func origin(_ origin: Groups.ContactOrigin) -> String {
    switch origin {
    case .handoff: kit.words(.originHandoff)
    case .direct: kit.words(.originDirect)
    case .outbound: kit.words(.originOutbound)
    }
  }
}

import Charts
import Grouping
import HTML
import Privacy
import Templating
import Time

/// Fills what leads to a Conversation and its parts: the outline beside the thread, and a split timeline's contents.
extension Teller {
  /// A Conversation of the outline: a strip as long as its window, and links to its parts on this page.
  ///
  /// - Parameter isCut: its later parts may stand on another page; then none are listed.
  func fill(outline index: Int, isCut: Bool, _ values: inout Values) {
    let conversation = groups.conversations[index]
    let entry = values.append(to: ListFields.outline, of: values.root)
    values.build(EntryFields.href, of: entry) { bytes in
      bytes.append("#")
      anchor(ofConversation: index).writeAnchor(to: &bytes)
    }
    values.set(EntryFields.name, of: entry, text: kit.words.conversation(index + 1))
    values.build(EntryFields.stamp, of: entry) { write(stamp: conversation.startedAt, to: &$0) }
    values.set(EntryFields.time, of: entry, text: kit.clock.day(conversation.startedAt))
    values.build(EntryFields.strip, of: entry) { strip(index).render(into: &$0) }
    for place in story.partsOf[index] where !isCut {
      fill(story.parts[place], page: "", anchor(ofPart: place), isContents: false, entry, &values)
    }
  }

  /// A Conversation of the contents, which holds the anchors that lead on to the page with its lines.
  func fill(
    contents index: Int, month: Values.Record, page: String, pageOfPart: (Int) -> String, _ values: inout Values
  ) {
    let conversation = groups.conversations[index]
    let entry = values.append(to: MonthFields.entries, of: month)
    let anchor = anchor(ofConversation: index).anchor
    values.set(EntryFields.id, of: entry, text: anchor)
    values.set(EntryFields.href, of: entry, text: page + "#" + anchor)
    values.set(EntryFields.name, of: entry, text: kit.words.conversation(index + 1))
    values.set(EntryFields.time, of: entry, text: kit.clock.dayAndTime(conversation.startedAt))
    values.set(EntryFields.words, of: entry, text: describe(index))
    for place in story.partsOf[index] {
      let anchor = self.anchor(ofPart: place)
      fill(story.parts[place], page: pageOfPart(place), anchor, isContents: true, entry, &values)
    }
  }

  /// `Chat, AI, then team`.
  func describe(_ index: Int) -> String {
    let channels = channels(groups.conversations[index])
    let how = kit.words(way(index).say)
    return channels.isEmpty ? how : channels + kit.words.comma + how
  }

  func way(_ index: Int) -> Way {
    var first: Part.Kind?
    var other = false
    for place in story.partsOf[index] {
      let kind = story.parts[place].kind
      if first == nil { first = kind } else if first != kind { other = true }
    }
    return switch first {
    case nil: .neither
    case .session?: other ? .aiThenTeam : .ai
    case .contact?: other ? .teamThenAI : .team
    }
  }
}

/// How a Conversation went: by which of the two began first.
enum Way {
  case ai, aiThenTeam, teamThenAI, team, neither

  var say: Say {
    switch self {
    case .ai: .howAi
    case .aiThenTeam: .howAiTeam
    case .teamThenAI: .howTeamAi
    case .team: .howTeam
    case .neither: .howNeither
    }
  }

  /// The last part of the keys of the lede's sentences.
  var key: String {
    switch self {
    case .ai: "ai"
    case .aiThenTeam: "ai_team"
    case .teamThenAI: "team_ai"
    case .team: "team"
    case .neither: "neither"
    }
  }
}

extension Teller {
  private func fill(
    _ part: Part, page: String, _ anchor: Address, isContents: Bool, _ entry: Values.Record, _ values: inout Values
  ) {
    let filled = values.append(to: EntryFields.parts, of: entry)
    values.build(EntryPartFields.href, of: filled) { bytes in
      bytes.append(text: page)
      bytes.append("#")
      anchor.writeAnchor(to: &bytes)
    }
    if isContents { values.build(EntryPartFields.id, of: filled) { anchor.writeAnchor(to: &$0) } }
    values.set(EntryPartFields.kind, of: filled, text: part.kind == .session ? "ai" : "team")
    values.set(EntryPartFields.name, of: filled, text: name(part))
    let start = groups.conversations[part.conversation].startedAt
    let time = !isContents ? kit.clock.time(part.startedAt) : kit.clock.short(part.startedAt, seenFrom: start)
    values.set(EntryPartFields.time, of: filled, text: time)
  }

  private func strip(_ index: Int) -> OutlineStrip {
    let conversation = groups.conversations[index]
    let start = conversation.startedAt
    let end = conversation.closedAt ?? latest(index)
    return OutlineStrip(
      length: (end - start).milliseconds, window: (rules.window ?? .hours(24)).milliseconds,
      bars: story.partsOf[index].map { bar(story.parts[$0], from: start, until: end) })
  }

  private func bar(_ part: Part, from start: Instant, until end: Instant) -> OutlineStrip.Bar {
    let from = (part.startedAt - start).milliseconds
    let to = ((part.endedAt ?? end) - start).milliseconds
    switch part.kind {
    case .session:
      let active = (part.lastActivityAt - start).milliseconds
      return OutlineStrip.Bar(start: from, end: to, activeFrom: from, activeTo: active, isContact: false)
    case .contact:
      let reply = groups.contacts[part.index].firstReplyAt.map { ($0 - start).milliseconds } ?? to + 1
      return OutlineStrip.Bar(start: from, end: to, activeFrom: reply, activeTo: to, isContact: true)
    }
  }

  /// The last that is known of a Conversation.
  func latest(_ index: Int) -> Instant {
    var latest = max(groups.conversations[index].lastActivityAt, groups.conversations[index].startedAt)
    for place in story.partsOf[index] {
      latest = max(latest, story.parts[place].lastActivityAt, story.parts[place].endedAt ?? latest)
    }
    return latest
  }
}

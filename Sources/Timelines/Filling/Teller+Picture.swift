import Charts
import Events
import Grouping
import Templating
import Time
import Wording

/// Fills the pictures: the latest Conversations on one axis, quiet stretches folded.
extension Teller {
  /// - Parameters:
  ///   - conversations: those that the page is about, in order.
  ///   - files: the addresses of the pages with the Conversations' lines, each empty where it is this one; none if all
  ///     are.
  func fillPicture(_ conversations: Range<Int>, files: [String], _ links: Links, _ values: inout Values) {
    let shown = lastThatFit(conversations)
    guard !shown.isEmpty else { return }
    let pictures = LanePicture.pictures(
      of: lanes(shown, files: files.suffix(shown.count)), clock: kit.laneClock, most: kit.settings.picturesPerPage
    ) { caption($0, of: $1, shown) }
    for picture in pictures {
      let record = values.append(to: PictureFields.pictures, of: values.root)
      values.set(PictureFields.label, of: record, text: picture.caption.title)
      values.set(PictureFields.step, of: record, number: picture.widthStep)
      values.set(PictureFields.names, of: record, markup: kit.laneNames(links))
      values.build(PictureFields.heads, of: record) { picture.heads.render(into: &$0) }
      values.build(PictureFields.chart, of: record) { picture.render(into: &$0) }
    }
    if shown.count < conversations.count {
      let words = kit.words.words
      let (n, of) = (words.number(shown.count), words.number(conversations.count))
      values.set(PictureFields.latest, of: values.root, text: kit.words(.pictureLatest, ["n": n, "of": of]))
    }
  }
}

extension Teller {
  /// Counted from the latest backwards, so that a long history costs no more than what is drawn of it.
  private func lastThatFit(_ conversations: Range<Int>) -> Range<Int> {
    let most = 10 * kit.settings.picturesPerPage
    var pieces = 0
    var next: Instant?
    var first = conversations.upperBound
    var instants: [Instant] = []
    for index in conversations.reversed() {
      instants.removeAll(keepingCapacity: true)
      append(instantsOf: index, to: &instants)
      if let next { instants.append(next) }
      instants.sort()
      let folds = zip(instants, instants.dropFirst()).count { $1 - $0 > .hours(6) }
      pieces += folds + (next == nil ? 1 : 0)
      if pieces > most, first < conversations.upperBound { break }
      next = instants.first
      first = index
    }
    return first..<conversations.upperBound
  }

  private func append(instantsOf index: Int, to instants: inout [Instant]) {
    let conversation = groups.conversations[index]
    instants.append(conversation.startedAt)
    instants.append(conversation.closedAt ?? latest(index))
    for place in story.partsOf[index] {
      let part = story.parts[place]
      instants.append(part.startedAt)
      instants.append(part.lastActivityAt)
      instants.append(part.endedAt ?? part.lastActivityAt)
      for row in part.rows { instants.append(self[story.rows[row]].at) }
    }
  }

  private func lanes(_ shown: Range<Int>, files: ArraySlice<String>) -> LaneData {
    let first = shown.lowerBound
    var data = LaneData(
      conversations: shown.map { lane($0, page: files.isEmpty ? "" : files[files.startIndex + $0 - first]) },
      sessions: [], contacts: [], messages: [],
      openUntil: shown.map(latest).max()?.milliseconds ?? 0)
    for index in shown {
      for place in story.partsOf[index] { add(story.parts[place], conversation: index - first, to: &data) }
    }
    return data
  }

  private func lane(_ index: Int, page: String) -> LaneConversation {
    let conversation = groups.conversations[index]
    let start = conversation.startedAt
    let name = kit.words.conversation(index + 1)
    let from = kit.clock.dayAndTime(start)
    let span = conversation.closedAt.map {
      kit.words(.span, .from(from), .to(kit.clock.short($0, seenFrom: start)))
    }
    return LaneConversation(
      start: start.milliseconds, end: conversation.closedAt?.milliseconds,
      title: name + kit.words.dot + (span ?? kit.words(.spanOpen, .from(from))),
      label: name,
      head: LaneHead(
        date: kit.clock.day(start), href: page + "#" + anchor(ofConversation: index).anchor, words: describe(index)))
  }

  private func add(_ part: Part, conversation: Int, to data: inout LaneData) {
    let title = name(part) + kit.words.dot + span(part)
    switch part.kind {
    case .session:
      data.sessions.append(
        LaneSession(
          conversation: conversation, start: part.startedAt.milliseconds,
          lastActivity: part.lastActivityAt.milliseconds, end: part.endedAt?.milliseconds, title: title,
          label: shortName(part)))
    case .contact:
      let contact = groups.contacts[part.index]
      data.contacts.append(
        LaneContact(
          conversation: conversation, start: part.startedAt.milliseconds,
          firstReply: contact.firstReplyAt?.milliseconds, end: part.endedAt?.milliseconds, title: title,
          label: shortName(part), handoff: contact.session == nil ? nil : kit.words(.handoff)))
    }
    for row in part.rows {
      let event = self[story.rows[row]]
      guard event.isSpoken else { continue }
      data.messages.append(LaneMessage(instant: event.at.milliseconds, author: event.actor.author))
    }
  }

  private func caption(_ n: Int, of: Int, _ shown: Range<Int>) -> Caption {
    let words = kit.words.words
    let values: KeyValuePairs = ["name": shownName.isolated, "n": words.number(n), "of": words.number(of)]
    let count = words.count("count.conversations", shown.count)
    return Caption(
      id: n == 1 ? "l" : "l\(n)", title: kit.words(of == 1 ? .pictureTitle : .pictureTitleOf, values),
      description: kit.words(.pictureAll, ["conversations": count]))
  }
}

extension Actor {
  fileprivate var author: LaneMessage.Author {
    switch self {
    case .customer: .customer
    case .ai, .system: .ai
    case .agent: .team
    }
  }
}

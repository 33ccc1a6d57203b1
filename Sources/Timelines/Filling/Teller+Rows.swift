import CommonMark
import Events
import HTML
import Templating
import Time

/// Fills what has a time: messages, boundaries and what stands between them.
extension Teller {
  func fill(message event: Int, of row: Values.Record, in values: inout Values) {
    let message = values.append(to: RowFields.message, of: row)
    let anchor = anchor(ofEvent: event)
    values.build(MessageFields.anchor, of: message) { anchor.writeAnchor(to: &$0) }
    let instant = self[event].at
    values.build(MessageFields.stamp, of: message) { write(stamp: instant, to: &$0) }
    values.build(MessageFields.time, of: message) {
      kit.clock.words.write(millisecondOfDay: local(instant).millisecondOfDay, to: &$0)
    }
    fill(authorOf: event, message, &values)
    readDetails(of: event)
    fill(textOf: event, message, &values)
  }

  private func fill(authorOf event: Int, _ message: Values.Record, _ values: inout Values) {
    let texts = authors ?? AuthorTexts(customer: shownName, kit.words, in: &values)
    authors = texts
    switch self[event].actor {
    case .customer:
      values.set(MessageFields.kind, of: message, shared: texts.customerKind)
      values.set(MessageFields.name, of: message, shared: texts.customer)
      values.set(MessageFields.word, of: message, shared: texts.customerWord)
    case .ai, .system:
      values.set(MessageFields.kind, of: message, shared: texts.aiKind)
      values.set(MessageFields.who, of: message, shared: texts.ai)
    case .agent:
      let name = agentName(event)
      values.set(MessageFields.kind, of: message, shared: texts.teamKind)
      if name.isEmpty { return values.set(MessageFields.who, of: message, shared: texts.team) }
      values.set(MessageFields.name, of: message, text: name)
      values.set(MessageFields.role, of: message, shared: texts.team)
    }
  }

  private func fill(textOf event: Int, _ message: Values.Record, _ values: inout Values) {
    if kit.settings.textIsHeldBack || !details.hasText {
      return values.set(MessageFields.missing, of: message, text: missing(event))
    }
    details.subject.withUnsafeBufferPointer { values.set(MessageFields.subject, of: message, bytes: $0) }
    details.text.withUnsafeBufferPointer { text in
      let tail = QuotedTail.start(in: text) ?? text.count
      let body = UnsafeBufferPointer(rebasing: text[..<tail])
      let format = kit.formats[Int(self[event].actor.rawValue)]
      values.build(MessageFields.body, of: message) { MessageText.write(body, format, to: &$0) }
      if body.count > MessageText.longest { values.set(MessageFields.long, of: message, text: long(body.count)) }
      guard tail < text.count else { return }
      values.build(MessageFields.quoted, of: message) {
        MessageText.write(UnsafeBufferPointer(rebasing: text[tail...]), .plain, to: &$0)
      }
    }
  }

  private func long(_ bytes: Int) -> String { kit.words(.long, .size(kit.words.words.number(bytes / 1000))) }

  /// Why there is no text.
  private func missing(_ event: Int) -> String {
    if kit.settings.textIsHeldBack { return kit.words(.noTextHeldBack) }
    return switch kit.store.channels[Int(self[event].channel)] {
    case "voice": kit.words(.noTextVoice)
    case "voicemail": kit.words(.noTextVoicemail)
    default: kit.words(.noTextMessage)
    }
  }
}

extension Teller {
  /// Fills a note, a status or another event that is no message.
  func fill(
    aside event: Int, in conversation: Int?, _ aside: Values.Record, _ values: inout Values
  ) {
    let sentence = sentence(aside: event, in: conversation)
    fill(time: self[event].at, aside, &values)
    values.set(AsideFields.sentence, of: aside, text: sentence)
    if self[event].kind == .note || self[event].kind == .task {
      values.set(AsideFields.inner, of: aside, flag: true)
      values.set(ListFields.inner, of: values.root, flag: true)
    }
    readDetails(of: event)
    fill(anchorAndTextOf: event, aside, &values)
  }

  /// Fills a boundary; `event` is the one that it shows.
  func fill(
    _ boundary: Boundary, at instant: Instant?, event: Int?, in conversation: Int, _ aside: Values.Record,
    _ values: inout Values
  ) {
    values.build(AsideFields.sentence, of: aside) {
      write(boundary, event: event, in: groups.conversations[conversation], to: &$0)
    }
    if let instant { fill(time: instant, aside, &values) }
    guard let event else { return }
    readDetails(of: event)
    fill(anchorAndTextOf: event, aside, &values)
  }

  private func fill(time instant: Instant, _ aside: Values.Record, _ values: inout Values) {
    values.build(AsideFields.stamp, of: aside) { write(stamp: instant, to: &$0) }
    values.build(AsideFields.time, of: aside) {
      kit.clock.words.write(millisecondOfDay: local(instant).millisecondOfDay, to: &$0)
    }
  }

  private func fill(anchorAndTextOf event: Int, _ aside: Values.Record, _ values: inout Values) {
    let anchor = anchor(ofEvent: event)
    values.build(AsideFields.anchor, of: aside) { anchor.writeAnchor(to: &$0) }
    guard details.hasText, !kit.settings.textIsHeldBack else { return }
    values.build(AsideFields.body, of: aside) { bytes in
      if !details.subject.isEmpty {
        bytes.append("<p><b class=\"subj\">")
        details.subject.withUnsafeBufferPointer { bytes.appendEscaped($0) }
        bytes.append("</b></p>")
      }
      details.text.withUnsafeBufferPointer { MessageText.write($0, .plain, to: &bytes) }
    }
  }
}

extension EventDetails {
  var hasText: Bool { text.contains { $0 > 0x20 } || subject.contains { $0 > 0x20 } }
}

import Events

/// What an event that is no message is, in a sentence.
extension Teller {
  /// Reads the event's details.
  func sentence(aside event: Int, in conversation: Int?) -> String {
    let who = who(event)
    readDetails(of: event)
    guard conversation != nil else { return orphan(event, who) }
    switch self[event].kind {
    case .sessionEnded: return kit.words(.noSessionOpen)
    case .contactEnded: return kit.words(.noContactOpen)
    case .conversationClosed: return kit.words(.closedHere, .who(who))
    case .conversationReopened:
      guard self[event].eventClass == .control else { return kit.words(.statusOpen, .who(who)) }
      var sentence = Array(kit.words(.reopenedOpen, .who(who)).utf8)
      write(windowAnewAt: self[event].at, to: &sentence)
      return String(decoding: sentence, as: UTF8.self)
    default: return annotation(event, who)
    }
  }

  private func orphan(_ event: Int, _ who: String) -> String {
    switch self[event].kind {
    case .sessionEnded: kit.words(.orphanSessionEnded)
    case .contactEnded: kit.words(.orphanContactEnded)
    case .callEnded: kit.words(.orphanCallEnded)
    case .conversationClosed: kit.words(.orphanConversationClosed)
    case .conversationReopened where self[event].eventClass == .control: kit.words(.orphanConversationReopened)
    default: annotation(event, who)
    }
  }

  private func annotation(_ event: Int, _ who: String) -> String {
    switch self[event].kind {
    case .message: kit.words(.automatic)
    case .note: kit.words(.note, .who(who))
    case .task: kit.words(.task, .who(who))
    case .activity: kit.words(.activity, .who(who))
    case .topic: topics(who)
    case .callEnded: kit.words(.callEnded)
    case .conversationReopened: kit.words(.statusOpen, .who(who))
    case .handoff: joined(event, again: .handoffAgain, alone: .handedOffHere)
    case .contactStarted: joined(event, again: .startedAgain, alone: .beganHere)
    default: other(who)
    }
  }

  /// A hand-off or a beginning that joined a Contact which was open already.
  private func joined(_ event: Int, again: Say, alone: Say) -> String {
    guard let contact = groups.assignments[event].contact else { return kit.words(alone) }
    return kit.words(again, .part(shortName(story.parts[story.placeOfContact[contact]])))
  }

  private func topics(_ who: String) -> String {
    let changes = [(Say.topicsAdded, details.topicsAdded), (.topicsRemoved, details.topicsRemoved)]
    let sentences = changes.filter { !$0.1.isEmpty }.map { say, ids in
      let names = ids.map { (kit.store.topicName($0) ?? $0).isolated }.joined(separator: kit.words.comma)
      return kit.words(say, .who(who), .topics(names))
    }
    return sentences.isEmpty ? kit.words(.topicsNone, .who(who)) : sentences.joined(separator: " ")
  }

  private func other(_ who: String) -> String {
    let kind = String(decoding: details.sourceKind, as: UTF8.self)
    return kind.isEmpty ? kit.words(.otherPlain, .who(who)) : kit.words(.other, .kind(kind.isolated), .who(who))
  }
}

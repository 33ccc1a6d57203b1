import Events
import Grouping
import Time

/// Topics of a customer's events. Only events whose records list topics are parsed again.
extension GroupFiller {
  /// - Parameter range: the events that were grouped.
  func addTopics(_ range: Range<Int>, to rows: inout Rows) {
    let store = row.data.store
    var found = ConversationTopics()
    for position in range where store.events[position].listsTopics {
      store.details(of: store.events[position], into: &details)
      let added = details.topicsAdded.map { Array($0.utf8) }
      let removed = details.topicsRemoved.map { Array($0.utf8) }
      rows.topics.formUnion(added)
      rows.topics.formUnion(removed)
      guard positions.conversationTopics != nil else { continue }
      let assignment = groups.assignments[position - range.lowerBound]
      guard let conversation = assignment.conversation else { continue }
      let at = store.events[position].at
      for topic in added { found.add(topic, to: conversation, at: at) }
      for topic in removed { found.remove(topic, from: conversation, at: at) }
    }
    add(found, to: &rows)
  }

  private func add(_ topics: ConversationTopics, to rows: inout Rows) {
    for (conversation, topic, stay) in topics.sorted {
      row.conversation = row.partyFact.conversations.lowerBound + conversation
      row.topic = String(decoding: topic, as: UTF8.self)
      row.topicStay = stay
      addRow(to: positions.conversationTopics, in: &rows)
    }
  }
}

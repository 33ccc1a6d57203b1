import Events

extension GroupTable {
  static let topics = GroupTable(
    "topics", "A topic that the export's topics files list, or that an event names.",
    [
      .word("id", "The topic's id") { $0.topic },
      .word("name", "Its name; null where the export tells none. Names are not unique") {
        $0.data.store.topicName($0.topic)
      },
      .word("parent", "The id of the topic that it is in; null for one at the root") { row in
        row.data.store.topic(row.topic)?.parent
      },
      .word("path", "The names from the root to its own, joined by ` / `, at most 32; an id for a name not known") {
        row in
        row.data.store.topicPath(row.topic).joined(separator: " / ")
      },
      .count("is_disabled", "1 if it can no longer be given, else 0; null where no file lists it") { row in
        row.data.store.topic(row.topic).map { $0.isDisabled ? 1 : 0 }
      },
    ], indexed: ["id"])

  static let conversationTopics = GroupTable(
    "conversation_topics",
    "A topic that a conversation has or had, in one row. It still has those whose `removed_at` is null.",
    [
      .conversationKey, .conversation, .brand, .customer,
      .word("topic", "The topic's id") { $0.topic },
      .instant("added_at", "When it was added, or added again after a removal; null where that is not told") {
        $0.topicStay.addedAt
      },
      .instant("removed_at", "When it was removed; null while the conversation has it") { $0.topicStay.removedAt },
    ], indexed: ["conversation_key"])
}

extension GroupTable {
  static let topics = GroupTable(
    "topics", "A topic that an event of the data names.",
    [
      .word("id", "The topic's id") { $0.topic },
      .word("name", "Its name; the id where the export tells none. Names are not unique") {
        $0.data.store.topicName($0.topic) ?? $0.topic
      },
    ], indexed: ["id"])

  static let conversationTopics = GroupTable(
    "conversation_topics", "A topic that a conversation has: one that was added, and not removed later.",
    [
      .conversationKey, .conversation, .brand, .customer,
      .word("topic", "The topic's id") { $0.topic },
      .instant("added_at", "When it was added last") { $0.topicAt },
    ], indexed: ["conversation_key"])
}

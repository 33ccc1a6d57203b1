import Time

/// Which topics a customer's conversations have and had, event by event in their order.
struct ConversationTopics {
  /// A topic at a conversation, as the last event that names it there leaves it.
  struct Stay {
    /// Nil where only the removal is told.
    var addedAt: Instant?
    /// Nil while the conversation has it.
    var removedAt: Instant?
  }

  private var stays: [Int: [[UInt8]: Stay]] = [:]
}

extension ConversationTopics {
  /// In the order of conversations, then topics' ids, as bytes.
  var sorted: [(conversation: Int, topic: [UInt8], stay: Stay)] {
    stays.sorted { $0.key < $1.key }.flatMap { conversation, topics in
      topics.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { (conversation, $0.key, $0.value) }
    }
  }

  /// A topic that is added again while it is there has been there since before.
  mutating func add(_ topic: [UInt8], to conversation: Int, at instant: Instant) {
    if let stay = stays[conversation]?[topic], stay.removedAt == nil { return }
    stays[conversation, default: [:]][topic] = Stay(addedAt: instant, removedAt: nil)
  }

  /// A topic may have been added before the data begins, or at a conversation before this one.
  mutating func remove(_ topic: [UInt8], from conversation: Int, at instant: Instant) {
    let stay = stays[conversation]?[topic] ?? Stay(addedAt: nil, removedAt: nil)
    guard stay.removedAt == nil else { return }
    stays[conversation, default: [:]][topic] = Stay(addedAt: stay.addedAt, removedAt: instant)
  }
}

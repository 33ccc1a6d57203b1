import Time

/// Of Conversations that the AI handled alone: after how many closes the same customer soon began another one.
struct ReturnTally: Sendable, Equatable {
  /// Those whose time is over, and of them those that were followed.
  var over = 0
  var followed = 0
}

extension ReturnTally {
  /// Another Conversation of the customer has to begin in `[close, close + length)`; a close for which that time is
  /// not over at the as-of instant is left out.
  ///
  /// - Parameter positions: in `Facts.conversations`; others than those that the AI handled alone, and open ones,
  ///   are passed over.
  init(_ positions: some Sequence<UInt32>, within length: Length, in facts: Facts, asOf: Instant) {
    for position in positions.lazy.map({ Int($0) }) {
      let fact = facts.conversations[position]
      guard fact.path == .aiOnly, let closed = fact.group.closedAt, closed + length <= asOf else { continue }
      over += 1
      if let next = ReturnTally.next(after: position, from: closed, in: facts), next < closed + length {
        followed += 1
      }
    }
  }

  /// When the customer's next Conversation began, at or after an instant.
  private static func next(after position: Int, from instant: Instant, in facts: Facts) -> Instant? {
    let party = facts.parties.indices.partitioningIndex { facts.parties[$0].conversations.upperBound > position }
    guard facts.parties.indices.contains(party) else { return nil }
    let later = position + 1..<facts.parties[party].conversations.upperBound
    let next = later.partitioningIndex { facts.conversations[$0].group.startedAt >= instant }
    return later.contains(next) ? facts.conversations[next].group.startedAt : nil
  }
}

import Grouping
import Time

extension ContactFact {
  /// From the start to the first agent message; nil if nobody answered.
  var firstReply: Length? { group.firstReplyAt.map { $0 - group.startedAt } }
  /// From start to end; nil while it is open.
  var handling: Length? { group.endedAt.map { $0 - group.startedAt } }
  /// Customer's, agents' and AI's.
  var messages: Int { group.customerMessages + group.agentMessages + group.aiMessages }
}

extension Collection<ContactFact> {
  /// First team reply times of those that the customer began or the AI handed over.
  var firstReplies: [Length] { compactMap { $0.inbound ? $0.firstReply : nil } }
  var handlingTimes: [Length] { compactMap(\.handling) }
}

import Time

/// Gives a customer's items their Conversation ids, as a platform with a window of 24 hours from the start does: a
/// message after the window begins a new one, unless something is under way, an agent answers late, or an agent has
/// opened the old one again.
struct ConversationIds {
  private let end: Instant
  private var random: RandomSource
  private var current: String?
  private var deadline = Instant(milliseconds: .min)
  private var lastExchange = Instant(milliseconds: .min)
  private var isClosed = false
  private var customerSpokeLast = false
  private var closes: [Item] = []

  init(end: Instant, random: RandomSource) {
    self.end = end
    self.random = random
  }

  /// - Parameter items: one customer's, in order of time.
  /// - Returns: the same with their ids, and the closes that the platform adds when a window runs out.
  static func assign(to items: [Item], end: Instant, random: RandomSource) -> [Item] {
    var ids = ConversationIds(end: end, random: random)
    var given = items
    for i in given.indices { given[i].conversation = ids.id(for: given[i]) }
    ids.retire()
    return given + ids.closes
  }
}

extension ConversationIds {
  private mutating func id(for item: Item) -> String? {
    if case .activity = item.content { return nil }
    if item.isExchange {
      if !belongs(item) { open(at: item.at) }
      lastExchange = item.at
      isClosed = false
      customerSpokeLast = item.by == .customer
    } else if case .status(let status) = item.content {
      isClosed = status == "CLOSED"
      if !isClosed { deadline = item.at + .hours(24) }
    }
    return current
  }

  private func belongs(_ item: Item) -> Bool {
    guard current != nil else { return false }
    let isLive = !isClosed && item.at < lastExchange + .hours(2)
    let isLateAnswer = item.by != .customer && !isClosed && customerSpokeLast
    return item.at < deadline || isLive || isLateAnswer
  }

  private mutating func open(at instant: Instant) {
    retire()
    current = random.identifier()
    deadline = instant + .hours(24)
    isClosed = false
  }

  /// Some windows that ran out are in the export as a close by the system, the others only as silence.
  private mutating func retire() {
    guard let current, !isClosed, lastExchange + .hours(2) < deadline, deadline < end, random.chance(0.4) else {
      return
    }
    closes.append(
      Item(
        id: random.identifier(), at: deadline, by: .system, content: .status("CLOSED"), conversation: current))
  }
}

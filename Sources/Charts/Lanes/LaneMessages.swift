import HTML

/// The messages as ticks on a line: the customer's above, replies below.
extension LanePicture {
  func appendMessages(to out: inout [UInt8]) {
    out.append("<g class=\"l-msgs\">")
    for tick in ticks { appendUse(tick.author.shape, x: tick.x, to: &out) }
    out.append("</g>")
  }

  /// In the order of time. Ticks of one author that are too near to be told apart are one, and so many that they would
  /// be a wall are thinned.
  private var ticks: [(x: Double, author: LaneMessage.Author)] {
    let messages = data.messages
    let isOrdered = zip(messages, messages.dropFirst()).allSatisfy { !$1.precedes($0) }
    let shown = (isOrdered ? messages : messages.sorted { $0.precedes($1) })
      .map { (x: axis.x($0.instant), author: $0.author) }
    var ticks = shown
    var least = 0.05
    repeat {
      ticks = LanePicture.thinned(shown, least: least)
      least *= 2
    } while ticks.count > LanePicture.mostTicks
    return ticks
  }

  private static var mostTicks: Int { 600 }

  private static func thinned(
    _ ticks: [(x: Double, author: LaneMessage.Author)], least: Double
  ) -> [(x: Double, author: LaneMessage.Author)] {
    var last = SIMD4(repeating: -Double.infinity)
    return ticks.filter { tick in
      guard tick.x - last[tick.author.rawValue] >= least else { return false }
      last[tick.author.rawValue] = tick.x
      return true
    }
  }
}

extension LaneMessage {
  fileprivate func precedes(_ other: LaneMessage) -> Bool {
    instant == other.instant ? author.rawValue < other.author.rawValue : instant < other.instant
  }
}

extension LaneMessage.Author {
  fileprivate var shape: LaneShape {
    switch self {
    case .customer: .customer
    case .ai: .ai
    case .team: .team
    }
  }
}

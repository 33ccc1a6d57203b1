import HTML

/// The messages as ticks on a line: the customer's above, replies below.
extension LanePicture {
  func appendMessages(to out: inout [UInt8]) {
    out.append("<g class=\"l-msgs\">")
    for piece in axis.pieces {
      out.appendLine("l-msgbase", x1: .percent(piece.left), x2: .percent(piece.right), y1: 166.5, y2: 166.5)
    }
    for tick in ticks {
      let x = Coordinate.percent(tick.x)
      let isAbove = tick.author == .customer
      out.appendLine(tick.author.classes, x1: x, x2: x, y1: isAbove ? 155 : 168, y2: isAbove ? 165 : 178)
    }
    out.append("</g>")
  }

  /// In the order of time. Ticks of one author that are too near to be told apart are one, and so many that they would
  /// be a wall are thinned.
  private var ticks: [(x: Double, author: LaneMessage.Author)] {
    let shown = data.messages
      .sorted { ($0.instant, $0.author.rawValue) < ($1.instant, $1.author.rawValue) }
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
    var last = LaneMessage.Author.allCases.map { _ in -Double.infinity }
    return ticks.filter { tick in
      guard tick.x - last[tick.author.rawValue] >= least else { return false }
      last[tick.author.rawValue] = tick.x
      return true
    }
  }
}

extension LaneMessage.Author {
  fileprivate var classes: StaticString {
    switch self {
    case .customer: "l-t l-t--cust"
    case .ai: "l-t l-t--ai"
    case .team: "l-t l-t--team"
    }
  }
}

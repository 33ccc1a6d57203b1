import HTML

/// The messages as ticks on a line: the customer's above, replies below.
extension LanePicture {
  /// Appends them with the strokes of the axis. All of a kind are one path, in a graphic that is stretched to the
  /// picture's width: what is written of each is its place in hundredths of a percent.
  func appendStrokes(_ hours: [UInt8], to out: inout [UInt8]) {
    let ticks = ticks
    out.append("<svg class=\"l-strokes\" viewBox=\"0 0 10000 236\" preserveAspectRatio=\"none\" height=\"236\">")
    for author in LaneMessage.Author.allCases where ticks.contains(where: { $0.author == author }) {
      out.append(author.opening)
      for tick in ticks where tick.author == author { out.append(stroke: tick.x, "v10") }
      out.append("\"/>")
    }
    out.append("<path class=\"l-hour\" d=\"")
    hours.withUnsafeBufferPointer { out.append(bytes: $0) }
    out.append("\"/></svg>")
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
  fileprivate var opening: StaticString {
    switch self {
    case .customer: "<path class=\"l-t l-t--cust\" d=\""
    case .ai: "<path class=\"l-t l-t--ai\" d=\""
    case .team: "<path class=\"l-t l-t--team\" d=\""
    }
  }
}

extension [UInt8] {
  /// Appends a step of a path: to a place in percent, then as `drawing` goes down from there. How high the path lies is
  /// said once for all, in the style sheet.
  mutating func append(stroke x: Double, _ drawing: StaticString) {
    append("M")
    append(decimal: Int((x * 100).rounded()))
    append(" 0")
    append(drawing)
  }
}

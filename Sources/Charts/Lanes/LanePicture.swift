import HTML

/// A customer's history on one folded time axis: conversations, AI sessions, contacts and messages, a lane each.
/// Solid means that someone is active, an outline that someone waits, a band what belongs together.
public struct LanePicture: Chart {
  public var caption: Caption
  let data: LaneData
  let clock: LaneClock
  let axis: FoldedAxis
  /// By their place, in the order in which they begin.
  let shownConversations: [Int]
  /// In the order in which they begin.
  let sessionBars: [LaneBar]
  let contactBars: [LaneBar]
  /// In pixels; labels are placed as if the picture were no wider.
  let width: Double
  /// How wide the picture should be at least, so that an hour has some 40 pixels: 0 for 1,000 pixels, 1 for 1,400, 2 for
  /// 1,900, 3 for 2,500.
  public let widthStep: Int

  init(caption: Caption, data: LaneData, clock: LaneClock, axis: FoldedAxis) {
    self.caption = caption
    self.data = data
    self.clock = clock
    self.axis = axis
    shownConversations = data.conversations(on: axis)
    sessionBars = data.sessionBars
    contactBars = data.contactBars
    widthStep = LanePicture.widths.firstIndex { $0 >= axis.wantedWidth } ?? LanePicture.widths.count - 1
    width = LanePicture.widths[widthStep]
  }
}

extension LanePicture {
  /// The pictures of a history, oldest first, of at most ten unfolded stretches each; none if nothing happened. From the
  /// second on, the caption's id ends in `-2`, `-3`, … A conversation that goes on from one picture to the next is in
  /// both, cut at the edge.
  public static func pictures(of data: LaneData, clock: LaneClock, caption: Caption) -> [LanePicture] {
    let data = data.mended
    let spans = FoldedAxis.spans(of: data.instants)
    return stride(from: 0, to: spans.count, by: FoldedAxis.mostPieces).map { start in
      let end = min(spans.count, start + FoldedAxis.mostPieces)
      let room = end == spans.count && data.windowEnd != nil ? 0.14 : 0
      var caption = caption
      if start > 0 { caption.id += "-\(start / FoldedAxis.mostPieces + 1)" }
      let axis = FoldedAxis(Array(spans[start..<end]), room: room)
      return LanePicture(caption: caption, data: data.shown(on: axis), clock: clock, axis: axis)
    }
  }

  /// Where the conversations in this picture begin, in percent, left to right.
  public var headPositions: [(conversation: Int, x: Double)] {
    shownConversations.map { ($0, axis.x(data.conversations[$0].start)) }
  }

  /// The links above the picture, for a graphic of their own: what is inside an image cannot be reached by keyboard.
  public var heads: LaneHeads {
    LaneHeads(
      heads: headPositions.compactMap { place in
        data.conversations[place.conversation].head.map { LaneHeads.Place(x: place.x, head: $0) }
      }, width: width)
  }

  public func render(into out: inout [UInt8]) {
    out.openChart("chart chart--flush", height: 236, caption)
    appendShapes(to: &out)
    appendConversations(to: &out)
    appendGrid(to: &out)
    appendHinges(to: &out)
    appendBars(to: &out)
    appendMessages(to: &out)
    appendAxis(to: &out)
    appendWindowEnd(to: &out)
    out.append("</svg>")
  }
}

extension LanePicture {
  private static let widths: [Double] = [1000, 1400, 1900, 2500]

  /// In percent: about how wide a text in small letters is.
  func share(of text: String) -> Double { Double(text.shownCount) * 6.6 / width * 100 }

  func end(ofConversation index: Int) -> Int64 { data.end(ofConversation: index) }
}

extension FoldedAxis {
  /// A long stretch does not ask for more than half a day's width: its hours are labelled more sparsely.
  fileprivate var wantedWidth: Double {
    pieces.reduce(44 * Double(pieces.count - 1)) { width, piece in
      width + 40 * min(12, piece.length / Double(Int64.hour))
    }
  }
}

extension String {
  /// How many characters a reader sees.
  var shownCount: Int { utf8.allSatisfy { $0 >= 0x20 && $0 < 0x80 } ? utf8.count : count }
}

extension LaneData {
  func end(ofConversation index: Int) -> Int64 { conversations[index].end ?? openUntil }

  fileprivate func conversations(on axis: FoldedAxis) -> [Int] {
    conversations.indices
      .filter { axis.shows(conversations[$0].start, end(ofConversation: $0)) }
      .sorted { (conversations[$0].start, $0) < (conversations[$1].start, $1) }
  }
}

extension LaneData {
  /// Every boundary and message.
  fileprivate var instants: [Int64] {
    conversations.flatMap { [$0.start, $0.end ?? openUntil] }
      + sessions.flatMap { [$0.start, $0.lastActivity, $0.end ?? openUntil] }
      + contacts.flatMap { [$0.start, $0.firstReply ?? $0.start, $0.end ?? openUntil] }
      + messages.map(\.instant)
  }

  /// The same without the bars and messages off the axis.
  fileprivate func shown(on axis: FoldedAxis) -> LaneData {
    var data = self
    data.sessions = sessions.filter { axis.shows($0.start, $0.end ?? openUntil) }
    data.contacts = contacts.filter { axis.shows($0.start, $0.end ?? openUntil) }
    data.messages = messages.filter { axis.shows($0.instant, $0.instant) }
    return data
  }

  /// The same, with nothing that ends before it begins.
  fileprivate var mended: LaneData {
    var data = self
    for index in data.conversations.indices {
      let start = data.conversations[index].start
      data.openUntil = Swift.max(data.openUntil, start)
      data.conversations[index].end = data.conversations[index].end.map { Swift.max($0, start) }
    }
    for session in sessions { data.openUntil = Swift.max(data.openUntil, session.start, session.lastActivity) }
    for contact in contacts { data.openUntil = Swift.max(data.openUntil, contact.start, contact.firstReply ?? .min) }
    for index in data.sessions.indices { data.sessions[index].mend(openUntil: data.openUntil) }
    for index in data.contacts.indices { data.contacts[index].mend(openUntil: data.openUntil) }
    return data
  }
}

extension LaneSession {
  fileprivate mutating func mend(openUntil: Int64) {
    end = end.map { max($0, start) }
    lastActivity = min(max(lastActivity, start), end ?? openUntil)
  }
}

extension LaneContact {
  fileprivate mutating func mend(openUntil: Int64) {
    end = end.map { max($0, start) }
    firstReply = firstReply.map { min(max($0, start), end ?? openUntil) }
  }
}

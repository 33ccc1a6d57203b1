import HTML

/// A customer's history on one folded time axis: conversations, AI sessions, contacts and messages, a lane each.
/// Solid means that someone is active, an outline that someone waits, a band what belongs together.
public final class LanePicture: Chart {
  public let caption: Caption
  /// The caption's id, escaped.
  let id: [UInt8]
  let data: LaneData
  let clock: LaneClock
  let axis: FoldedAxis
  /// By their place, in the order in which they begin, and their rows.
  let shownConversations: [Int]
  let conversationRows: [LaneRow]
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
    id = Markup(escaping: caption.id).bytes
    self.data = data
    self.clock = clock
    self.axis = axis
    let shown = data.conversations(on: axis)
    shownConversations = shown
    conversationRows = LaneRow.assign(shown.map { (data.conversations[$0].start, data.end(ofConversation: $0)) })
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
    pictures(of: data, clock: clock) { number, _ in
      var caption = caption
      if number > 1 { caption.id += "-\(number)" }
      return caption
    }
  }

  /// The same, the latest ones alone, with captions by the picture's number among them, counted from 1, and their count.
  public static func pictures(
    of data: LaneData, clock: LaneClock, most: Int = .max, caption: (Int, Int) -> Caption
  ) -> [LanePicture] {
    let data = data.mended
    let spans = FoldedAxis.spans(of: data.instants)
    let starts = Array(stride(from: 0, to: spans.count, by: FoldedAxis.mostPieces)).suffix(most)
    return starts.enumerated().map { index, start in
      let end = min(spans.count, start + FoldedAxis.mostPieces)
      let room = end == spans.count && data.windowEnd != nil ? 0.14 : 0
      let axis = FoldedAxis(Array(spans[start..<end]), room: room)
      return LanePicture(
        caption: caption(index + 1, starts.count), data: end - start == spans.count ? data : data.shown(on: axis),
        clock: clock, axis: axis)
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
    var strokes: [UInt8] = []
    appendAxis(to: &out, strokes: &strokes)
    appendStrokes(strokes, to: &out)
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
    var instants: [Int64] = []
    instants.reserveCapacity(messages.count + 3 * (conversations.count + sessions.count + contacts.count))
    func add(_ instant: Int64) { instants.append(instant) }
    for index in conversations.indices {
      add(conversations[index].start)
      add(end(ofConversation: index))
    }
    for index in sessions.indices {
      add(sessions[index].start)
      add(sessions[index].lastActivity)
      add(sessions[index].end ?? openUntil)
    }
    for index in contacts.indices {
      add(contacts[index].start)
      add(contacts[index].firstReply ?? contacts[index].start)
      add(contacts[index].end ?? openUntil)
    }
    for message in messages { add(message.instant) }
    return instants
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
    for index in sessions.indices {
      data.openUntil = Swift.max(data.openUntil, sessions[index].start, sessions[index].lastActivity)
    }
    for index in contacts.indices {
      data.openUntil = Swift.max(data.openUntil, contacts[index].start, contacts[index].firstReply ?? .min)
    }
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

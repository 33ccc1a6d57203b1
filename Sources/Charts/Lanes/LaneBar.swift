import HTML

/// A session or a contact as it is drawn: a solid part and an outlined one.
struct LaneBar {
  /// Its place among the sessions, or among the contacts.
  var index: Int
  var isContact: Bool
  var conversation: Int
  var start: Int64
  var end: Int64
  var solid: ClosedRange<Int64>?
  var outlined: ClosedRange<Int64>?
}

/// Where a lane's bars stand, and how they look.
struct Lane {
  let group: StaticString
  let fill: StaticString
  let outline: StaticString
  let top: Double
  static let height = 22.0

  static let sessions = Lane(group: "<g class=\"l-s\">", fill: "f-ai", outline: "w-ai", top: 58)
  static let contacts = Lane(group: "<g class=\"l-k\">", fill: "f-team", outline: "w-team", top: 108)
}

extension LaneData {
  /// In the order in which they begin.
  var sessionBars: [LaneBar] {
    let bars = sessions.indices.map { index in
      let (start, lastActivity) = (sessions[index].start, sessions[index].lastActivity)
      let end = sessions[index].end ?? openUntil
      return LaneBar(
        index: index, isContact: false, conversation: sessions[index].conversation, start: start, end: end,
        solid: start...lastActivity, outlined: lastActivity < end ? lastActivity...end : nil)
    }
    return bars.sorted { $0.start < $1.start }
  }

  /// In the order in which they begin.
  var contactBars: [LaneBar] {
    let bars = contacts.indices.map { index in
      let (start, reply) = (contacts[index].start, contacts[index].firstReply)
      let end = contacts[index].end ?? openUntil
      return LaneBar(
        index: index, isContact: true, conversation: contacts[index].conversation, start: start, end: end,
        solid: reply.map { $0...end }, outlined: start < reply ?? .max ? start...(reply ?? end) : nil)
    }
    return bars.sorted { $0.start < $1.start }
  }

  func title(of bar: LaneBar) -> String { bar.isContact ? contacts[bar.index].title : sessions[bar.index].title }

  func label(of bar: LaneBar) -> String { bar.isContact ? contacts[bar.index].label : sessions[bar.index].label }

  func handoff(of bar: LaneBar) -> String? { bar.isContact ? contacts[bar.index].handoff : nil }
}

extension LanePicture {
  func appendBars(to out: inout [UInt8]) {
    append(sessionBars, in: .sessions, to: &out)
    append(contactBars, in: .contacts, to: &out)
  }

  /// How high a bar and its label lie is said by the style sheet where the bar has its lane to itself.
  private func append(_ bars: [LaneBar], in lane: Lane, to out: inout [UInt8]) {
    let rows = LaneRow.assign(bars.map { ($0.start, $0.end) })
    var labels = LaneLabels(self, bars)
    for (bar, row) in zip(bars, rows) {
      let height = Lane.height / Double(row.of)
      let top = lane.top + height * Double(row.row)
      out.append(lane.group)
      out.appendTitle(data.title(of: bar))
      append(bar, in: lane, row, to: &out)
      let handoff = labels.placeHandoff(bar)
      if let place = labels.place(bar, isAlone: row.of == 1) {
        let middle = row.of == 1 ? 0 : top + height / 2 + 4.5
        append(data.label(of: bar), place, middle: middle, above: lane.top - 6, to: &out)
      }
      appendArrow(bar, handoff, to: &out)
      out.append("</g>")
    }
  }

  private func append(_ bar: LaneBar, in lane: Lane, _ row: LaneRow, to out: inout [UInt8]) {
    let isAlone = row.of == 1
    let height = Lane.height / Double(row.of)
    let top = lane.top + height * Double(row.row)
    let drawn = isAlone ? height : height - 1
    if let outlined = bar.outlined {
      append(outlined, lane.outline, top: isAlone ? 0 : top + 0.5, height: drawn - 1, isAll: bar.solid == nil, to: &out)
    }
    if let solid = bar.solid { append(solid, lane.fill, top: isAlone ? 0 : top, height: drawn, isAll: true, to: &out) }
  }

  /// What is too short to be seen is drawn three pixels wide.
  private func append(
    _ span: ClosedRange<Int64>, _ classes: StaticString, top: Double, height: Double, isAll: Bool,
    to out: inout [UInt8]
  ) {
    let isWhole = isAll && axis.pieces(span.lowerBound, span.upperBound).count == 1
    axis.forEachPart(span.lowerBound, span.upperBound) { part in
      let isMark = isWhole && part.right - part.left < 0.3
      guard isMark || part.right - part.left >= 0.01 else { return }
      let width: Coordinate = isMark ? .pixels(3) : .percent(part.right - part.left)
      out.appendRect(classes, x: .percent(part.left), y: top, width: width, height: height)
    }
  }

  private func append(
    _ label: String, _ place: LaneLabels.Place, middle: Double, above: Double, to out: inout [UInt8]
  ) {
    switch place {
    case .inside(let x): out.appendText(x: .percent(x), dx: 8, y: middle, label)
    case .left(let x): out.appendText(x: .percent(x), dx: -7, y: middle, anchor: .end, label)
    case .right(let x): out.appendText(x: .percent(x), dx: 7, y: middle, label)
    case .above(let x): out.appendText(x: .percent(x), y: above, label)
    }
  }

  private func appendArrow(_ bar: LaneBar, _ place: LaneLabels.Place?, to out: inout [UInt8]) {
    guard let words = data.handoff(of: bar), axis.range.contains(bar.start) else { return }
    appendUse(.handoff, x: axis.x(bar.start), to: &out)
    switch place {
    case .left(let x): out.appendText("note", x: .percent(x), dx: -12, y: 98, anchor: .end, words)
    case .right(let x): out.appendText("note", x: .percent(x), dx: 12, y: 98, words)
    default: break
    }
  }
}

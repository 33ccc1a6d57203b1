import HTML

/// A session or a contact as it is drawn: a solid part and an outlined one.
struct LaneBar {
  var conversation: Int
  var start: Int64
  var end: Int64
  var solid: ClosedRange<Int64>?
  var outlined: ClosedRange<Int64>?
  var title: String
  var label: String
  var handoff: String?
}

/// Where a lane's bars stand, and how they look.
struct Lane {
  let group: StaticString
  let fill: StaticString
  let outline: StaticString
  let top: Double

  static let sessions = Lane(group: "<g class=\"l-s\">", fill: "f-ai", outline: "l-wait l-wait--ai", top: 58)
  static let contacts = Lane(group: "<g class=\"l-k\">", fill: "f-team", outline: "l-wait l-wait--team", top: 108)
}

extension LaneData {
  /// In the order in which they begin.
  var sessionBars: [LaneBar] {
    let bars = sessions.map { session in
      let end = session.end ?? openUntil
      return LaneBar(
        conversation: session.conversation, start: session.start, end: end, solid: session.start...session.lastActivity,
        outlined: session.lastActivity < end ? session.lastActivity...end : nil, title: session.title,
        label: session.label)
    }
    return bars.sorted { $0.start < $1.start }
  }

  /// In the order in which they begin.
  var contactBars: [LaneBar] {
    let bars = contacts.map { contact in
      let end = contact.end ?? openUntil
      let reply = contact.firstReply
      return LaneBar(
        conversation: contact.conversation, start: contact.start, end: end, solid: reply.map { $0...end },
        outlined: contact.start < reply ?? .max ? contact.start...(reply ?? end) : nil, title: contact.title,
        label: contact.label, handoff: contact.handoff)
    }
    return bars.sorted { $0.start < $1.start }
  }
}

extension LanePicture {
  func appendBars(to out: inout [UInt8]) {
    append(sessionBars, in: .sessions, to: &out)
    append(contactBars, in: .contacts, to: &out)
  }

  private func append(_ bars: [LaneBar], in lane: Lane, to out: inout [UInt8]) {
    let rows = LaneRow.assign(bars.map { ($0.start, $0.end) })
    var labels = LaneLabels(self, bars)
    for (bar, row) in zip(bars, rows) {
      let height = 22 / Double(row.of)
      let top = lane.top + height * Double(row.row)
      out.append(lane.group)
      out.appendTitle(bar.title)
      append(bar, in: lane, top: top, height: row.of > 1 ? height - 1 : height, to: &out)
      let handoff = labels.placeHandoff(bar)
      if let place = labels.place(bar, isAlone: row.of == 1) {
        append(bar.label, place, top: top, height: height, to: &out)
      }
      appendArrow(bar, handoff, to: &out)
      out.append("</g>")
    }
  }

  private func append(_ bar: LaneBar, in lane: Lane, top: Double, height: Double, to out: inout [UInt8]) {
    if let outlined = bar.outlined {
      append(outlined, lane.outline, top: top + 0.5, height: height - 1, isAll: bar.solid == nil, to: &out)
    }
    if let solid = bar.solid { append(solid, lane.fill, top: top, height: height, isAll: true, to: &out) }
  }

  /// What is too short to be seen is drawn three pixels wide.
  private func append(
    _ span: ClosedRange<Int64>, _ classes: StaticString, top: Double, height: Double, isAll: Bool,
    to out: inout [UInt8]
  ) {
    let parts = axis.parts(span.lowerBound, span.upperBound)
    for part in parts {
      let isMark = isAll && parts.count == 1 && part.right - part.left < 0.3
      guard isMark || part.right - part.left >= 0.01 else { continue }
      let width: Coordinate = isMark ? .pixels(3) : .percent(part.right - part.left)
      out.appendRect(classes, x: .percent(part.left), y: top, width: width, height: height)
    }
  }

  private func append(_ label: String, _ place: LaneLabels.Place, top: Double, height: Double, to out: inout [UInt8]) {
    let middle = top + height / 2 + 4.5
    switch place {
    case .inside(let x): out.appendText("l-lab", x: .percent(x), dx: 8, y: middle, label)
    case .left(let x): out.appendText("l-lab", x: .percent(x), dx: -7, y: middle, anchor: .end, label)
    case .right(let x): out.appendText("l-lab", x: .percent(x), dx: 7, y: middle, label)
    case .above(let x): out.appendText("l-lab", x: .percent(x), y: top - 6, label)
    }
  }

  private func appendArrow(_ bar: LaneBar, _ place: LaneLabels.Place?, to out: inout [UInt8]) {
    guard let words = bar.handoff, axis.range.contains(bar.start) else { return }
    out.appendShape("l-arrow", x: axis.x(bar.start), y: 80, path: "M0 2v23m-3.5-4.5 3.5 4.5 3.5-4.5")
    switch place {
    case .left(let x): out.appendText("note", x: .percent(x), dx: -12, y: 98, anchor: .end, words)
    case .right(let x): out.appendText("note", x: .percent(x), dx: 12, y: 98, words)
    default: break
    }
  }
}

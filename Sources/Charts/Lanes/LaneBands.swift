import HTML

/// The conversations, each a bar above and a band behind all that belongs to it, and the lines between the lanes.
extension LanePicture {
  func appendConversations(to out: inout [UInt8]) {
    for (index, row) in zip(shownConversations, conversationRows) {
      let (left, right) = edges(ofConversation: index)
      let title = data.conversations[index].title
      if row.of == 1, right - left >= 0.3, let end = data.conversations[index].end,
        axis.range.contains(data.conversations[index].start), axis.range.contains(end)
      {
        appendConversation(left, right, title: title, to: &out)
        continue
      }
      let isOpen = data.conversations[index].end == nil
      out.append(isOpen ? "<g class=\"l-c open\">" : "<g class=\"l-c\">")
      out.appendTitle(title)
      appendBand(index, row, to: &out)
      out.append("</g>")
    }
  }

  /// The lines between the lanes: the folds, drawn later, cut them into pieces.
  func appendGrid(to out: inout [UInt8]) {
    out.append(
      """
      <svg class="l-grid" viewBox="0 0 1 236" preserveAspectRatio="none" height="236">\
      <path d="M0 46.5h1M0 92.5h1M0 140.5h1"/><path class="l-base" d="M0 166.5h1M0 196.5h1"/></svg>
      """)
  }

  /// The names, written into the bars that have room for them.
  func appendNames(to out: inout [UInt8]) {
    for (index, row) in zip(shownConversations, conversationRows) where row.of == 1 {
      let (left, right) = edges(ofConversation: index)
      let label = data.conversations[index].label
      guard right - left > share(of: label) * 1.1 + 1.2 else { continue }
      out.appendText("l-name", x: .percent(left), dx: 8, y: 25, label)
    }
  }

  func edges(ofConversation index: Int) -> (left: Double, right: Double) {
    (axis.x(data.conversations[index].start), axis.x(end(ofConversation: index)))
  }

  /// The arrow from the end of the last conversation to the end of its window, off the right edge.
  func appendWindowEnd(to out: inout [UInt8]) {
    guard let window = data.windowEnd, let last = shownConversations.last else { return }
    guard end(ofConversation: last) + FoldedAxis.air < axis.range.upperBound else { return }
    let left = edges(ofConversation: last).right
    out.append("<g class=\"l-win\">")
    out.appendLine("through", x1: .percent(left), x2: .percent(100), y1: 20, y2: 20)
    out.appendShape("l-arrow", x: 100, y: 20, path: "m-5-4 5 4-5 4")
    out.appendText("note wide", x: .percent(left), dx: 8, y: 14, window.words)
    out.appendText("note wide", x: .percent(left), dx: 8, y: 37, window.detail)
    out.append("</g>")
  }
}

extension LanePicture {
  private func appendBand(_ index: Int, _ row: LaneRow, to out: inout [UInt8]) {
    let (left, right) = edges(ofConversation: index)
    let height = 28 / Double(row.of)
    let top = 6 + height * Double(row.row)
    let width: Coordinate = right - left < 0.3 ? .pixels(3) : .percent(right - left)
    out.appendRect("l-band", x: .percent(left), y: 6, width: width, height: 190)
    out.appendRect("l-conv", x: .percent(left), y: top, width: width, height: height)
    if axis.range.contains(data.conversations[index].start) { appendEdge(left, from: top, to: &out) }
    if let end = data.conversations[index].end, axis.range.contains(end) { appendEdge(right, from: top, to: &out) }
  }

  private func appendEdge(_ x: Double, from top: Double, to out: inout [UInt8]) {
    out.appendLine("l-edge", x1: .percent(x), x2: .percent(x), y1: top, y2: 196)
  }
}

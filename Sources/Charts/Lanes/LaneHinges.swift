import HTML

/// The folds between the pieces, with their lengths; what goes on through one is dotted.
extension LanePicture {
  func appendHinges(to out: inout [UInt8]) {
    out.append("<g class=\"l-hinges\">")
    for (before, after) in zip(axis.pieces, axis.pieces.dropFirst()) { appendHinge(before, after, to: &out) }
    appendNames(to: &out)
    out.append("</g>")
  }
}

extension LanePicture {
  private func appendHinge(_ before: FoldedAxis.Piece, _ after: FoldedAxis.Piece, to out: inout [UInt8]) {
    let goesThrough = data.conversations.indices.contains {
      data.conversations[$0].start <= before.last && end(ofConversation: $0) >= after.first
    }
    let length = after.first - before.last
    let middle = before.right + FoldedAxis.hinge / 2
    out.append("<g>")
    out.appendTitle(clock.fold(length, goesThrough))
    appendUse(goesThrough ? .foldWithin : .fold, x: before.right, to: &out)
    let isThrough = { (bar: LaneBar) in bar.start <= before.last && bar.end >= after.first }
    if sessionBars.contains(where: isThrough) {
      appendThrough("through through--ai", before, after, y: 69, to: &out)
    }
    if contactBars.contains(where: isThrough) {
      appendThrough("through through--team", before, after, y: 119, to: &out)
    }
    out.appendText(x: .percent(middle), anchor: .middle, inherited: .middle, clock.length(length))
    out.append("</g>")
  }

  private func appendThrough(
    _ classes: StaticString, _ before: FoldedAxis.Piece, _ after: FoldedAxis.Piece, y: Double, to out: inout [UInt8]
  ) {
    out.appendLine(classes, x1: .percent(before.right), x2: .percent(after.left), y1: y, y2: y)
  }
}

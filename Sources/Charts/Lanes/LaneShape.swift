import HTML

/// What a lane picture shows many times: drawn once, then used at each place.
enum LaneShape: CaseIterable {
  /// A Conversation that has its lane to itself, and the band below it: as wide as it is used.
  case conversation
  /// A fold with the gap of the axis below it, and the same within a Conversation, which goes on through it. They cover
  /// the lines between the lanes.
  case fold, foldWithin
  /// The arrow of a hand-off, from the sessions down to the contacts.
  case handoff
}

extension LanePicture {
  /// Appends the shapes, each with an id of its own.
  func appendShapes(to out: inout [UInt8]) {
    out.append("<defs>")
    for shape in LaneShape.allCases where isUsed(shape) {
      out.append(shape.opening)
      out.append(contentsOf: id)
      out.append(shape.suffix)
      out.append(shape.drawing)
    }
    out.append("</defs>")
  }

  /// Whether a shape may be used: it is not looked for more closely than is fast.
  private func isUsed(_ shape: LaneShape) -> Bool {
    switch shape {
    case .conversation: true
    case .fold, .foldWithin: axis.pieces.count > 1
    case .handoff: data.contacts.contains { $0.handoff != nil }
    }
  }

  /// Appends a shape at a place in percent.
  func appendUse(_ shape: LaneShape, x: Double, to out: inout [UInt8]) {
    out.append("<use href=\"#")
    out.append(contentsOf: id)
    out.append(shape.suffix)
    out.append(attribute: " x=\"", .percent(x))
    out.append("/>")
  }

  /// Appends a Conversation from place to place, in percent.
  func appendConversation(_ left: Double, _ right: Double, title: String, to out: inout [UInt8]) {
    out.append("<use class=\"l-c\" href=\"#")
    out.append(contentsOf: id)
    out.append(LaneShape.conversation.suffix)
    out.append(attribute: " x=\"", .percent(left))
    out.append(attribute: " width=\"", .percent(right - left))
    out.append(">")
    out.appendTitle(title)
    out.append("</use>")
  }
}

extension LaneShape {
  /// Up to the id. What is used with a width has to be a symbol.
  fileprivate var opening: StaticString {
    self == .conversation ? "<symbol overflow=\"visible\" id=\"" : "<g id=\""
  }

  /// Behind the picture's own id, up to the attribute's end.
  fileprivate var suffix: StaticString {
    switch self {
    case .conversation: "-v\""
    case .fold: "-f\""
    case .foldWithin: "-i\""
    case .handoff: "-h\""
    }
  }

  /// Behind the id, measured from the place where it is used; a fold is as wide as `FoldedAxis.hinge`.
  fileprivate var drawing: StaticString {
    switch self {
    case .conversation:
      """
      ><rect class="l-band" y="6" width="100%" height="190"/><rect class="l-conv" y="6" width="100%" height="28"/>\
      <path class="l-edge" d="M0 6v190"/><line class="l-edge" x1="100%" x2="100%" y1="6" y2="196"/></symbol>
      """
    case .fold:
      """
      ><rect class="l-fold" width="4.4%" height="198"/>\
      <svg x="2.2%" overflow="visible"><path class="break" d="m-5 201 4-9m2 9 4-9"/></svg></g>
      """
    case .foldWithin:
      """
      ><rect class="l-fold" width="4.4%" height="198"/><rect class="l-fold--in" y="6" width="4.4%" height="190"/>\
      <line class="through" x2="4.4%" y1="20" y2="20"/>\
      <svg x="2.2%" overflow="visible"><path class="break" d="m-5 201 4-9m2 9 4-9"/></svg></g>
      """
    case .handoff:
      """
      ><path class="l-arrow" d="M0 82v23m-3.5-4.5 3.5 4.5 3.5-4.5"/></g>
      """
    }
  }
}

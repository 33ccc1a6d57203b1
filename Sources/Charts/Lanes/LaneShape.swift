import HTML

/// What a lane picture shows many times: drawn once, then used at each place.
enum LaneShape: CaseIterable {
  /// The lines of one piece of the axis.
  case grid
  /// A Conversation that has its lane to itself, and the band below it.
  case conversation
  /// A fold with the gap of the axis below it, and the same within a Conversation, which goes on through it.
  case fold, foldWithin
}

extension LanePicture {
  /// Appends the shapes, each with an id of its own.
  func appendShapes(to out: inout [UInt8]) {
    out.append("<defs>")
    for shape in LaneShape.allCases where isUsed(shape) {
      out.append("<g id=\"")
      out.append(contentsOf: id)
      out.append(shape.suffix)
      out.append(shape.drawing)
    }
    out.append("</defs>")
  }

  /// Whether a shape may be used: it is not looked for more closely than is fast.
  private func isUsed(_ shape: LaneShape) -> Bool {
    switch shape {
    case .grid, .conversation: true
    case .fold, .foldWithin: axis.pieces.count > 1
    }
  }

  /// Appends a shape at a place in percent.
  func appendUse(_ shape: LaneShape, x: Double? = nil, to out: inout [UInt8]) {
    out.append("<use href=\"#")
    out.append(contentsOf: id)
    out.append(shape.suffix)
    if let x { out.append(attribute: " x=\"", .percent(x)) }
    out.append("/>")
  }
}

extension LaneShape {
  /// Behind the picture's own id, up to the attribute's end.
  fileprivate var suffix: StaticString {
    switch self {
    case .grid: "-g\""
    case .conversation: "-v\""
    case .fold: "-f\""
    case .foldWithin: "-i\""
    }
  }

  /// Measured in pixels from the place where it is used; a group
  /// is as wide as the graphic that it is used in, a fold as wide as `FoldedAxis.hinge`.
  fileprivate var drawing: StaticString {
    switch self {
    case .grid:
      """
      ><line x2="100%" y1="46.5" y2="46.5"/><line x2="100%" y1="92.5" y2="92.5"/><line x2="100%" y1="140.5" y2="140.5"/>\
      <line class="l-base" x2="100%" y1="166.5" y2="166.5"/><line class="l-base" x2="100%" y1="196.5" y2="196.5"/></g>
      """
    case .conversation:
      """
      ><rect class="l-band" y="6" width="100%" height="190"/><rect class="l-conv" y="6" width="100%" height="28"/>\
      <path class="l-edge" d="M0 6v190"/><line class="l-edge" x1="100%" x2="100%" y1="6" y2="196"/></g>
      """
    case .fold:
      """
      ><rect class="l-fold" width="4.4%" height="196"/>\
      <svg x="2.2%" overflow="visible"><path class="break" d="m-5 201 4-9m2 9 4-9"/></svg></g>
      """
    case .foldWithin:
      """
      ><rect class="l-fold l-fold--in" y="6" width="4.4%" height="190"/>\
      <line class="through" x2="4.4%" y1="20" y2="20"/>\
      <svg x="2.2%" overflow="visible"><path class="break" d="m-5 201 4-9m2 9 4-9"/></svg></g>
      """
    }
  }
}

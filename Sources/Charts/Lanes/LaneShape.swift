import HTML

/// What a lane picture shows many times: drawn once, then used at each place.
enum LaneShape: CaseIterable {
  /// The lines of one piece of the axis.
  case grid
  /// A message's tick.
  case customer, ai, team
  /// The gap of the axis below a fold, and a full hour.
  case gap, hour
}

extension LanePicture {
  /// Appends the shapes, each with an id of its own.
  func appendShapes(to out: inout [UInt8]) {
    out.append("<defs>")
    for shape in LaneShape.allCases {
      out.append(shape == .grid ? "<g id=\"" : "<path id=\"")
      out.appendEscaped(caption.id)
      out.append(shape.suffix)
      out.append("\"")
      out.append(shape.drawing)
    }
    out.append("</defs>")
  }

  /// Appends a shape at a place in percent.
  func appendUse(_ shape: LaneShape, x: Double? = nil, to out: inout [UInt8]) {
    out.append("<use href=\"#")
    out.appendEscaped(caption.id)
    out.append(shape.suffix)
    out.append("\"")
    if let x { out.append(attribute: " x=\"", .percent(x)) }
    out.append("/>")
  }
}

extension LaneShape {
  /// Behind the picture's own id.
  fileprivate var suffix: StaticString {
    switch self {
    case .grid: "-g"
    case .customer: "-c"
    case .ai: "-a"
    case .team: "-m"
    case .gap: "-b"
    case .hour: "-h"
    }
  }

  /// Measured in pixels from the place where it is used; the lines are as long as the piece.
  fileprivate var drawing: StaticString {
    switch self {
    case .grid:
      """
      ><line x2="100%" y1="46.5" y2="46.5"/><line x2="100%" y1="92.5" y2="92.5"/><line x2="100%" y1="140.5" y2="140.5"/>\
      <line class="l-base" x2="100%" y1="166.5" y2="166.5"/><line class="l-base" x2="100%" y1="196.5" y2="196.5"/></g>
      """
    case .customer: " class=\"l-t l-t--cust\" d=\"M0 155v10\"/>"
    case .ai: " class=\"l-t l-t--ai\" d=\"M0 168v10\"/>"
    case .team: " class=\"l-t l-t--team\" d=\"M0 168v10\"/>"
    case .gap: " class=\"break\" d=\"m-5 201 4-9m2 9 4-9\"/>"
    case .hour: " class=\"l-hour\" d=\"M0 197v5\"/>"
    }
  }
}

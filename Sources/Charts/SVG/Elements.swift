import HTML

enum Anchor: Equatable, Sendable {
  case start, middle, end
}

extension [UInt8] {
  /// Appends `<title>`, what a pointer that rests on the mark is told.
  mutating func appendTitle(_ text: String) {
    append("<title>")
    appendEscaped(text)
    append("</title>")
  }

  mutating func appendRect(
    _ classes: StaticString, x: Coordinate, y: Double = 0, width: Coordinate, height: Double
  ) {
    open("<rect", classes)
    append(attribute: " x=\"", x)
    if y != 0 { append(attribute: " y=\"", .pixels(y)) }
    append(attribute: " width=\"", width)
    append(attribute: " height=\"", .pixels(height))
    append("/>")
  }

  mutating func appendLine(_ classes: StaticString = "", x1: Coordinate, x2: Coordinate, y1: Double, y2: Double) {
    open("<line", classes)
    append(attribute: " x1=\"", x1)
    append(attribute: " x2=\"", x2)
    append(attribute: " y1=\"", .pixels(y1))
    append(attribute: " y2=\"", .pixels(y2))
    append("/>")
  }

  mutating func appendText(
    _ classes: StaticString = "", x: Coordinate, dx: Double = 0, y: Double, anchor: Anchor = .start, _ text: String
  ) {
    openText(classes, x: x, dx: dx, y: y, anchor: anchor)
    appendEscaped(text)
    append("</text>")
  }

  mutating func openText(
    _ classes: StaticString = "", x: Coordinate, dx: Double = 0, y: Double, anchor: Anchor = .start
  ) {
    open("<text", classes)
    append(attribute: " x=\"", x)
    if dx != 0 { append(attribute: " dx=\"", .pixels(dx)) }
    append(attribute: " y=\"", .pixels(y))
    switch anchor {
    case .start: break
    case .middle: append(" text-anchor=\"middle\"")
    case .end: append(" text-anchor=\"end\"")
    }
    append(">")
  }

  /// Appends a shape measured in pixels at a place given in percent.
  mutating func appendShape(_ classes: StaticString, x: Double, y: Double, path: StaticString) {
    append("<svg")
    append(attribute: " x=\"", .percent(x))
    append(attribute: " y=\"", .pixels(y))
    append(" overflow=\"visible\"><path class=\"")
    append(classes)
    append("\" d=\"")
    append(path)
    append("\"/></svg>")
  }

  private mutating func open(_ tag: StaticString, _ classes: StaticString) {
    append(tag)
    guard classes.utf8CodeUnitCount > 0 else { return }
    append(" class=\"")
    append(classes)
    append(0x22)
  }
}

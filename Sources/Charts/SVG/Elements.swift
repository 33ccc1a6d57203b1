import HTML

enum Anchor: Equatable, Sendable {
  case start, middle, end
}

extension Anchor {
  fileprivate var attribute: StaticString {
    switch self {
    case .start: " text-anchor=\"start\""
    case .middle: " text-anchor=\"middle\""
    case .end: " text-anchor=\"end\""
    }
  }
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
    write(most: ByteCursor.mostElement + classes.utf8CodeUnitCount) { out in
      out.open("<rect", classes)
      out.put(attribute: " x=\"", x)
      if y != 0 { out.put(attribute: " y=\"", .pixels(y)) }
      out.put(attribute: " width=\"", width)
      out.put(attribute: " height=\"", .pixels(height))
      out.put("/>")
    }
  }

  mutating func appendLine(_ classes: StaticString = "", x1: Coordinate, x2: Coordinate, y1: Double, y2: Double) {
    write(most: ByteCursor.mostElement + classes.utf8CodeUnitCount) { out in
      out.open("<line", classes)
      out.put(attribute: " x1=\"", x1)
      out.put(attribute: " x2=\"", x2)
      out.put(attribute: " y1=\"", .pixels(y1))
      out.put(attribute: " y2=\"", .pixels(y2))
      out.put("/>")
    }
  }

  mutating func appendText(
    _ classes: StaticString = "", x: Coordinate, dx: Double = 0, y: Double, anchor: Anchor = .start, _ text: String
  ) {
    openText(classes, x: x, dx: dx, y: y, anchor: anchor)
    appendEscaped(text)
    append("</text>")
  }

  /// The same in a group of which the style sheet says how high it lies and, with `inherited`, how its texts are anchored.
  mutating func appendText(
    _ classes: StaticString = "", x: Coordinate, anchor: Anchor, inherited: Anchor, _ text: String
  ) {
    openText(classes, x: x, y: 0, anchor: anchor, inherited: inherited)
    appendEscaped(text)
    append("</text>")
  }

  mutating func openText(
    _ classes: StaticString = "", x: Coordinate, dx: Double = 0, y: Double, anchor: Anchor = .start,
    inherited: Anchor = .start
  ) {
    write(most: ByteCursor.mostElement + classes.utf8CodeUnitCount) { out in
      out.open("<text", classes)
      out.put(attribute: " x=\"", x)
      if dx != 0 { out.put(attribute: " dx=\"", .pixels(dx)) }
      if y != 0 { out.put(attribute: " y=\"", .pixels(y)) }
      if anchor != inherited { out.put(anchor.attribute) }
      out.put(0x3E)
    }
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
}

extension ByteCursor {
  /// More than an element's four numbers and their names ever take.
  fileprivate static var mostElement: Int { 4 * (mostDigits + 16) + 32 }

  @inline(__always)
  fileprivate mutating func open(_ tag: StaticString, _ classes: StaticString) {
    put(tag)
    guard classes.utf8CodeUnitCount > 0 else { return }
    put(" class=\"")
    put(classes)
    put(0x22)
  }
}

import HTML

/// A sample of a style for a legend, 12 pixels wide and 10 high. It names nothing, so that a page may hold any number.
public struct PlotSwatch: Chart {
  public enum Form: String, CaseIterable, Sendable { case area, line, dot }

  public var style: PlotStyle
  public var form: Form

  public init(_ style: PlotStyle, form: Form = .area) {
    self.style = style
    self.form = form
  }
}

extension PlotSwatch {
  public func render(into out: inout [UInt8]) {
    out.append("<svg class=\"swatch\" width=\"12\" height=\"10\" aria-hidden=\"true\">")
    switch form {
    case .area:
      out.append("<rect class=\"")
      out.append(style.fill)
      out.append("\" width=\"12\" height=\"10\"/>")
      appendFigure(to: &out)
    case .line:
      out.append("<path class=\"")
      out.append(classes: style.line)
      out.append("\" d=\"M0 5H12\"/>")
    case .dot:
      out.append("<circle class=\"")
      out.append(style.fill)
      out.append("\" cx=\"6\" cy=\"5\" r=\"4\"/>")
    }
    out.append("</svg>")
  }
}

extension PlotSwatch {
  private func appendFigure(to out: inout [UInt8]) {
    let path: StaticString
    switch style.pattern {
    case .solid: return
    case .diagonal: path = "M0 0H2L0 2ZM8 0H11L1 10H0V8ZM12 5V8L10 10H7Z"
    case .dots: path = "M2 1H4V3H2ZM8 1H10V3H8ZM5 4H7V6H5ZM2 7H4V9H2ZM8 7H10V9H8Z"
    case .cross: path = "M3 0H4V10H3ZM8 0H9V10H8ZM0 2H12V3H0ZM0 7H12V8H0Z"
    }
    out.append("<path class=\"f-paper\" d=\"")
    out.append(path)
    out.append("\"/>")
  }
}

extension [UInt8] {
  /// Appends names of classes with a space between.
  mutating func append(classes: [StaticString]) {
    for (index, name) in classes.enumerated() {
      if index > 0 { append(" ") }
      append(name)
    }
  }
}

import HTML

/// The patterns that one chart draws with: each a tile in the colours of the tokens, named after the chart, so that no
/// two charts of a page share a name.
struct PlotPatterns {
  private let id: String
  private let styles: [PlotStyle]
  private let unfinished: [PlotStyle]

  /// - Parameter unfinished: whether anything is hatched because its time is not over.
  init(_ caption: Caption, _ series: [PlotSeries], unfinished: Bool) {
    id = String(caption.id.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") ? $0 : "_" })
    let styles = series.map(\.style).uniqued
    self.styles = styles.filter { $0.pattern != .solid }
    self.unfinished = unfinished ? styles.map(\.plain).uniqued : []
  }
}

extension PlotPatterns {
  func appendDefinitions(to out: inout [UInt8]) {
    guard !styles.isEmpty || !unfinished.isEmpty else { return }
    out.append("<defs>")
    for style in styles {
      append(name(style), tile: style.pattern == .dots ? "rotate(45)" : "rotate(-45)", to: &out) { out in
        out.appendTile(style.fill)
        out.appendFigure(of: style.pattern)
      }
    }
    for style in unfinished {
      append(openName(style), tile: "rotate(45)", to: &out) { out in
        out.appendTile(style.shade == nil ? style.tint : style.fill)
        out.append("<path class=\"line ")
        out.append(style.shade == nil ? style.stroke : "s-paper")
        out.append("\" d=\"M0 0V6\"/>")
      }
    }
    out.append("</defs>")
  }

  /// Appends the attributes that fill a mark; one of a time that is not over is hatched and outlined.
  func appendFill(_ style: PlotStyle, unfinished isUnfinished: Bool = false, to out: inout [UInt8]) {
    guard isUnfinished || style.pattern != .solid else {
      out.append(" class=\"")
      out.append(style.fill)
      out.append("\"")
      return
    }
    if isUnfinished {
      out.append(" class=\"open ")
      out.append(style.stroke)
      out.append("\"")
    }
    out.append(" fill=\"url(#")
    out.appendEscaped(isUnfinished ? openName(style) : name(style))
    out.append(")\"")
  }

  /// The name of a part of this chart.
  func name(_ part: String) -> String { "\(id)-\(part)" }
}

extension PlotPatterns {
  private func name(_ style: PlotStyle) -> String { name("\(style.colour)-\(style.pattern.rawValue)") }
  private func openName(_ style: PlotStyle) -> String { name("\(style.colour)-open") }

  private func append(
    _ name: String, tile turn: StaticString, to out: inout [UInt8], _ content: (inout [UInt8]) -> Void
  ) {
    out.append("<pattern id=\"")
    out.appendEscaped(name)
    out.append("\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"")
    out.append(turn)
    out.append("\">")
    content(&out)
    out.append("</pattern>")
  }
}

extension [UInt8] {
  fileprivate mutating func appendTile(_ fill: StaticString) {
    append("<rect class=\"")
    append(fill)
    append("\" width=\"6\" height=\"6\"/>")
  }

  fileprivate mutating func appendFigure(of pattern: PlotStyle.Pattern) {
    append("<path class=\"f-paper\" d=\"")
    switch pattern {
    case .solid: break
    case .diagonal: append("M0 0H2V6H0Z")
    case .dots: append("M1.5 1.5H4V4H1.5Z")
    case .cross: append("M0 0H6V1.5H1.5V6H0Z")
    }
    append("\"/>")
  }
}

extension Array where Element: Equatable {
  /// Each element once, where it stands first.
  var uniqued: [Element] { reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }
}

import HTML

/// What a chart is called and what it shows, for those who do not see it.
public struct Caption: Equatable, Sendable {
  /// Unique on the page; the title's id is this and `-t`, the description's this and `-d`.
  public var id: String
  public var title: String
  public var description: String

  public init(id: String, title: String, description: String) {
    self.id = id
    self.title = title
    self.description = description
  }
}

extension [UInt8] {
  /// Opens a chart of that height, and names it.
  mutating func openChart(
    _ classes: StaticString, and more: [StaticString] = [], height: Double, _ caption: Caption
  ) {
    append("<svg class=\"")
    append(classes)
    for name in more {
      append(" ")
      append(name)
    }
    append("\" height=\"")
    append(number: height)
    append("\" role=\"img\" aria-labelledby=\"")
    appendEscaped(caption.id)
    append("-t ")
    appendEscaped(caption.id)
    append("-d\"><title id=\"")
    appendEscaped(caption.id)
    append("-t\">")
    appendEscaped(caption.title)
    append("</title><desc id=\"")
    appendEscaped(caption.id)
    append("-d\">")
    appendEscaped(caption.description)
    append("</desc>")
  }
}

import HTML

/// A picture drawn as inline SVG: x in percent, y in pixels, no `style`, so that it can be any width.
/// A chart knows no words and no dates: every text is handed in, ready to be read, and escaped here.
public protocol Chart: Sendable {
  /// Appends the picture's markup.
  func render(into out: inout [UInt8])
}

extension Chart {
  /// The picture's markup.
  public func render() -> Markup {
    var bytes: [UInt8] = []
    render(into: &bytes)
    return Markup(trusted: bytes)
  }
}

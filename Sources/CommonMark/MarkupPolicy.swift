import HTML

/// What may become of links, images, headings and raw HTML: the difference between a page that an author wrote and a
/// message.
protocol MarkupPolicy {
  /// The start tag's target, or nil if the link's text has to stand alone.
  mutating func target(ofLink node: Node) -> LinkTarget?
  /// Where the image is, or nil if its alternative text has to stand alone.
  mutating func source(ofImage node: Node) -> String?
  mutating func openHeading(_ node: Node, in output: inout [UInt8])
  mutating func closeHeading(_ node: Node, in output: inout [UInt8])
  mutating func dropHTML(_ node: Node)
  /// Whether raw HTML is shown as the text it is, instead of being dropped.
  var showsHTML: Bool { get }
  /// Attributes that every link gets.
  var linkAttributes: StaticString { get }
  /// Whether a code block names its language in a class.
  var namesLanguages: Bool { get }
}

/// What a link becomes in its page.
public struct LinkTarget: Equatable, Sendable {
  public var destination: String
  /// A description that replaces the written one.
  public var title: String?
  public var className: String?

  public init(_ destination: String, title: String? = nil, className: String? = nil) {
    self.destination = destination
    self.title = title
    self.className = className
  }
}

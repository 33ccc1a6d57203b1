import HTML

extension Document {
  /// A top-level block of a page. Lines count from 1 in the file.
  public enum Block: Equatable, Sendable {
    /// A heading, its attribute list taken off. `plainText` is `inline` without markup and live numbers, not
    /// escaped.
    case heading(level: Int, inline: LiveMarkup, plainText: String, id: String?, classes: [String], line: Int)
    /// A fenced block; `line` is that of the opening fence, the body begins one below.
    case fence(info: String, body: String, line: Int)
    /// Anything else, rendered.
    case html(LiveMarkup, line: Int)
  }

  /// A link or an image as it is written in a page.
  public struct Link: Equatable, Sendable {
    public enum Kind: Sendable { case link, image }

    public var kind: Kind
    public var destination: String
    public var line: Int

    public init(kind: Kind, destination: String, line: Int) {
      self.kind = kind
      self.destination = destination
      self.line = line
    }
  }
}

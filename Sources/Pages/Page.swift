import Diagnostics
import HTML

/// An authored page: `Content/…/*.md`, parsed once.
public struct Page: Sendable {
  /// As shown in errors, e.g. `Content/sessions.md`.
  public var path: String
  /// The path below `Content/`.
  public var name: String
  /// The address below the site's root; a pattern where `front.subject` makes many pages of it.
  public var address: String
  public var front: FrontMatter
  public var pieces: [Piece]
  /// The file's bytes, and whether they hold links: such a page is parsed again where a copy of it stands deeper.
  let source: [UInt8]
  let hasLinks: Bool

  /// A stretch of the page's body, in its order.
  public enum Piece: Sendable {
    case heading(Heading)
    /// Running words, as markup.
    case words(Markup)
    /// A fence `report NAME`, `timeline PART`: what the program fills in.
    case block(Block)
    /// A fence `terms`: entries with their definitions.
    case terms([Term])
  }

  /// A heading with its anchor, which no other on the page has.
  public struct Heading: Sendable {
    public var level: Int
    public var id: String
    public var words: Markup
    public var plain: String
    /// From `{.class}` behind the heading.
    public var classes: [String]
  }

  /// A fence that the program fills in.
  public struct Block: Sendable {
    /// The first word of the fence's info string: `report`, `timeline`.
    public var kind: String
    /// The second.
    public var name: String
    public var options: [(key: String, value: String)]
    public var place: Place
  }

  /// An entry of a glossary.
  public struct Term: Sendable {
    public var id: String
    public var name: Markup
    /// `conv`, `ai` or `team` for the three units.
    public var unit: String?
    public var definition: Markup
    /// The definition's plain words, for hints.
    public var plain: String
  }
}

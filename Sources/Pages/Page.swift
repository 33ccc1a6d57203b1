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
  /// Its own and those of the files that it includes, in their places.
  public var pieces: [Piece]
  /// The file's bytes, what it may include, and whether there are links: such a page is parsed again where a copy of
  /// it stands deeper.
  let source: [UInt8]
  let partials: Partials
  let hasLinks: Bool

  /// A stretch of the page's body, in its order.
  public enum Piece: Sendable {
    case heading(Heading)
    /// Running words, as markup.
    case words(LiveMarkup)
    /// A fence `sql NAME`, `chart`, `report NAME` and so on: what the program fills in.
    case block(Block)
    /// A fence `terms`: entries with their definitions.
    case terms([Term])
  }

  /// A heading with its anchor, which no other on the page has.
  public struct Heading: Sendable {
    public var level: Int
    public var id: String
    public var words: LiveMarkup
    /// Without markup and live numbers.
    public var plain: String
    /// From `{.class}` behind the heading.
    public var classes: [String]
  }

  /// An entry of a glossary.
  public struct Term: Sendable {
    public var id: String
    public var name: LiveMarkup
    /// Without markup and live numbers.
    public var plainName = ""
    /// `conv`, `ai` or `team` for the three units.
    public var unit: String?
    public var definition: LiveMarkup
    /// The definition's plain words without live numbers, for hints.
    public var plain: String
  }
}

extension Page {
  /// The front matter as it is written.
  public var matter: String { MarkdownFile(source).matter }

  /// Where a page that is made for a query's rows has the list of them: the address that follows from the file's.
  public var indexAddress: String { String(name.dropLast(3)) + ".html" }
}

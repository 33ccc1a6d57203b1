import Diagnostics

/// What a page says of itself between the `---` lines at its top.
public struct FrontMatter: Sendable, Equatable {
  /// What a page is made for: itself, or one page a day, a month, a part of the customers, a customer.
  public enum Subject: String, Sendable, CaseIterable { case day, month, customers, timeline }

  /// How its pieces are laid out.
  public enum Layout: String, Sendable, CaseIterable {
    /// Running text with a list of its sections beside it.
    case prose
    /// Sections of figures, words beside them.
    case report
  }

  /// What stands behind `for: select …`: the page is made once for each of its rows.
  public struct Query: Sendable, Equatable {
    public var sql: String
    let written: WrittenText
  }

  public var title: LiveText = ""
  /// Lines under the title.
  public var about: LiveText?
  /// The opening sentence, where no block makes one.
  public var lede: LiveText?
  public var layout = Layout.prose
  /// Its place among the masthead's links, from 1; nil for none. Its label there, if that is not the title.
  public var nav: Int?
  public var label: String?
  /// The address, if it does not follow from the file's; `{day}`, `{month}`, `{part}` or a query's `{column}` where it
  /// is made for many.
  public var address: String?
  /// What one file becomes many pages for; `nil` is the page itself, or each row of `query`.
  public var subject: Subject?
  /// At most one of `subject` and `query` is there.
  public var query: Query?
  /// The title of the page that lists a query's pages.
  public var index: LiveText?
  /// The page exists once more for every month.
  public var months = false

  /// The author says that neither the rows of `query` nor the numbers in its words tell a number of few people.
  public var isSafe = false

  /// The audiences whose sites it stands on; empty for all.
  public var audiences: [String] = []

  public init() {}

  /// Whether it stands on an audience's site.
  public func isFor(audience: String) -> Bool { audiences.isEmpty || audiences.contains(audience) }

  /// The keys, each of which has a place in the manual.
  public static let keys = [
    "title", "about", "lede", "layout", "nav", "label", "address", "for", "index", "months",
    "audience", "safe",
  ]
}

extension FrontMatter.Query {
  /// Where the statement begins.
  public var place: Place { place(ofByte: 0) }

  /// Where a byte of `sql` stands in the file.
  public func place(ofByte offset: Int) -> Place { written.place(ofByte: offset) }
}

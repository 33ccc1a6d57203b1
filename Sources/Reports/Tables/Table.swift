import HTML

/// A table of a page: what it says, without markup. `ReportContext.render(_:)` writes it by `blocks/_table`.
public struct Table: Sendable {
  /// Unique on the page; filters name it, and the caption's id is this and `-caption`.
  public var id: String
  /// Also the name of the scrolling region around the table, so no other table, section or heading of the page has it.
  public var caption: String
  /// Whether the caption is only read aloud: then the heading above says the same to the eye.
  public var captionIsHidden = true
  public var columns: [Column]
  public var rows: [Row] = []
  /// Behind `rows`.
  var lines: TableLines?
  /// A last row that sums up the others; it is never sorted or filtered away.
  public var totals: Row?
  /// The head stays in view while rows scroll by, and the table may be wider than its region.
  public var isLong = false
  /// A reader may sort it: its columns say how.
  public var isSortable = false
  public var classes: [String] = []
  public var filters: TableFilters?
  /// Beside the filters; below the table where there are none.
  public var downloads: [TableDownload] = []
  /// Between the tools and the table.
  public var legend = Markup()
  /// Below the table: what the columns mean.
  public var note = Markup()
  /// Below the table: unit, anchor, time zone, span and as-of, from `ReportContext.facts(unit:anchor:)`.
  public var facts = ""

  public init(id: String, caption: String, columns: [Column]) {
    self.id = id
    self.caption = caption
    self.columns = columns
  }
}

extension Table {
  var rowCount: Int { rows.count + (lines?.count ?? 0) }
}

/// A file with a table's rows, to be downloaded.
public struct TableDownload: Sendable, Equatable {
  /// As seen from the page.
  public var href: String
  public var words: String

  public init(href: String, words: String) {
    self.href = href
    self.words = words
  }
}

extension Table {
  public struct Column: Sendable {
    public enum Kind: Sendable { case text, number }
    public enum Sort: Sendable { case none, possible, ascending, descending }

    public var title: String
    /// Instead of the title, for a term's link or an axis; the title is then read aloud before it if `titleIsHidden`.
    public var titleMarkup = Markup()
    public var titleIsHidden = false
    public var kind: Kind
    public var sort: Sort
    /// The column's cells are the rows' headers.
    public var isHead = false
    /// Stays in view while the table scrolls sideways.
    public var isSticky = false
    public var classes: [String]

    public init(_ title: String, _ kind: Kind = .text, sort: Sort = .none, classes: [String] = []) {
      self.title = title
      self.kind = kind
      self.sort = sort
      self.classes = classes
    }

    /// The column that names the rows.
    public static func head(
      _ title: String, sort: Sort = .none, isSticky: Bool = false, classes: [String] = []
    ) -> Column {
      var column = Column(title, sort: sort, classes: classes)
      column.isHead = true
      column.isSticky = isSticky
      return column
    }
  }

  public struct Row: Sendable {
    public var cells: [Cell]
    /// What filters look at, as `data-` attributes; names are lower-case words of ours.
    public var data: [Datum] = []
    public var classes: [String] = []

    public init(_ cells: [Cell], data: [Datum] = []) {
      self.cells = cells
      self.data = data
    }
  }

  public struct Datum: Sendable, Equatable {
    public var name: String
    public var value: String

    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }
}

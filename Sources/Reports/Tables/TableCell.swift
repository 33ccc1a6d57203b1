import HTML

extension Table {
  /// A cell: words, an id after them, and where they lead; or a picture.
  public struct Cell: Sendable {
    public var text = ""
    /// Set in the type for ids, after the text.
    public var id = ""
    /// As seen from the page.
    public var href: String?
    /// A small mark behind, with what it means: `+1`, the next day.
    public var mark: (text: String, hint: String)?
    /// Shown to a pointer.
    public var hint = ""
    public var markup = Markup()
    /// What the row is sorted by instead of the text.
    public var sortValue: String?
    /// Of less weight: a zero, something missing.
    public var isQuiet = false
  }
}

extension Table.Cell {
  public static func text(_ text: String, sort: String? = nil) -> Self {
    var cell = Self()
    cell.text = text
    cell.sortValue = sort
    return cell
  }

  public static func quiet(_ text: String, sort: String? = nil) -> Self {
    var cell = Self.text(text, sort: sort)
    cell.isQuiet = true
    return cell
  }

  public static func link(_ text: String, href: String?, sort: String? = nil) -> Self {
    var cell = Self.text(text, sort: sort)
    cell.href = href
    return cell
  }

  /// An id, shortened if need be, and where it leads.
  public static func id(_ id: String, before text: String = "", href: String? = nil) -> Self {
    var cell = Self.text(text)
    cell.id = id
    cell.href = href
    return cell
  }

  /// A figure as it is printed, and as it is sorted; a zero is quiet.
  public static func number(_ text: String, _ value: Int) -> Self {
    var cell = Self.text(text, sort: String(value))
    cell.isQuiet = value == 0
    return cell
  }

  public static func markup(_ markup: Markup) -> Self {
    var cell = Self()
    cell.markup = markup
    return cell
  }
}

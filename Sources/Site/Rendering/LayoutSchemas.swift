import Templating

/// The names that the layout's templates may use.
enum LayoutSchemas {
  static let nav = Schema("nav", [.text("href"), .text("label"), .flag("current"), .flag("within")])

  static let layout = Schema(
    "layout",
    [
      .text("lang"), .text("title"), .text("site_title"), .text("root"), .list("nav", nav), .markup("main"),
      .markup("facts"), .flag("personal"), .text("made"), .flag("search"), .flag("searching"),
      .flag("tables"), .text("running"),
    ])

  static let main = layout["main"]

  static let turn = Schema("turn", [.text("href"), .text("words")])
  static let crumb = Schema(
    "crumb", [.text("href"), .text("label"), .text("here"), .one("earlier", turn), .one("later", turn)])

  static let section = Schema(
    "section",
    [
      .text("id"), .markup("heading"), .flag("hidden"), .flag("full"), .markup("words"), .markup("side"),
      .markup("body"),
    ])

  static let report = Schema(
    "report",
    [.one("crumb", crumb), .text("title"), .markup("period"), .markup("lede"), .list("sections", section)])

  static let searchLink = Schema("link", [.text("href"), .text("words")])
  /// The page of search, as it stands without a script.
  static let search = Schema(
    "search",
    [
      .flag("customers"), .list("names", searchLink), .flag("days"), .list("months", searchLink),
      .list("dates", Schema("dates", [.text("month"), .list("days", searchLink)])),
    ])

  static let contents = Schema("contents", [.text("id"), .text("words")])

  static let prose = Schema(
    "prose",
    [
      .one("crumb", crumb), .text("title"), .markup("period"), .markup("lede"), .list("contents", contents),
      .markup("body"),
    ])

  static let missing = Schema("missing page", [.text("lang"), .text("site_title")])

  static let heading = Schema("heading", [.text("level"), .text("id"), .markup("heading")])

  static let term = Schema("term", [.text("id"), .text("unit"), .markup("name"), .markup("definition")])
  static let terms = Schema("terms", [.list("terms", term)])
}

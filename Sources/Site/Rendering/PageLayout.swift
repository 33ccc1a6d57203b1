import Diagnostics
import Files
import HTML
import Pages
import Templating
import Wording

/// Puts a page's main part into the frame that all pages share: head, masthead, foot.
struct PageLayout: Sendable {
  /// A link of the masthead.
  struct NavEntry: Sendable {
    var address: String
    var label: String
    /// The folder whose pages belong to it, e.g. `timelines/` to the customers.
    var folders: [String]
  }

  /// What differs from page to page.
  struct Head {
    var address: String
    var title: String
    var facts: Markup
    /// At the foot of every sheet of paper: of when the data is.
    var running: String
    var personal: Bool
    /// Whether a script has tables to work on.
    var hasTables = false
  }

  private let template: Template
  private let siteTitle: String
  private let language: String
  private let nav: [NavEntry]
  /// For whom, with what.
  private let made: String
  private let hasSearch: Bool
  /// What a page's values begin as.
  private let empty = Values(LayoutSchemas.layout)

  init(
    templates: TemplateLibrary, siteTitle: String, language: String, nav: [NavEntry], made: String, hasSearch: Bool
  ) throws(Diagnostics) {
    template = try templates.compile("layout", for: LayoutSchemas.layout)
    self.siteTitle = siteTitle
    self.language = language
    self.nav = nav
    self.made = made
    self.hasSearch = hasSearch
  }
}

extension PageLayout {
  /// Adds what stands in the frame of every page besides the templates.
  func add(to builder: inout ContentDigestBuilder) {
    builder.add(siteTitle)
    builder.add(language)
    builder.add(made)
    for entry in nav {
      builder.add([entry.address, entry.label, entry.folders.joined(separator: " ")].joined(separator: "\n"))
    }
  }

  /// Whether the frame is the same for all pages in folders of one depth below that one, but for what `Head` tells.
  func isSame(below folder: String) -> Bool {
    !nav.contains { entry in
      entry.address.hasPrefix(folder) || entry.folders.contains { $0 != folder && $0.hasPrefix(folder) }
    }
  }

  /// Appends the whole page.
  func render(_ head: Head, main: [UInt8], links: Links, into bytes: inout [UInt8]) {
    var values = empty
    let root = values.root
    values.set("lang", of: root, text: language)
    values.set("title", of: root, text: head.title)
    values.set("site_title", of: root, text: siteTitle)
    values.set("root", of: root, text: links.root)
    values.set("facts", of: root, markup: head.facts)
    values.set("running", of: root, text: head.running)
    values.set("tables", of: root, flag: head.hasTables)
    values.set("made", of: root, text: made)
    values.set("personal", of: root, flag: head.personal)
    values.set("search", of: root, flag: hasSearch)
    values.set("searching", of: root, flag: head.address == SearchStage.page)
    for entry in nav {
      let item = values.append(to: "nav", of: root)
      values.set("href", of: item, text: links.address(entry.address))
      values.set("label", of: item, text: entry.label)
      values.set("current", of: item, flag: entry.address == head.address)
      values.set(
        "within", of: item, flag: entry.address != head.address && entry.folders.contains { head.address.hasPrefix($0) }
      )
    }
    template.render(values, with: LayoutSchemas.main, being: main, into: &bytes)
  }
}

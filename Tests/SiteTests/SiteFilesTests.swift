import Diagnostics
import Files
import TestSupport
import Testing
import Wording

@testable import Site

@Suite struct SiteFilesTests {
  @Test func laysTheSitesWordsOverTheProgramsAndFillsInTheLabels() throws {
    let words = try files([
      "home/Content/i18n/english.yml": "table: {all: no}", "home/Content/i18n/en-GB.yml": "table: {all: no}",
      "site/Content/i18n/en.yml": "hello: Hi from {the_ai}",
    ]).words(language: "en", folders: ["home", "site"], labels: Labels(ai: "Fern"))
    #expect(words["hello"] == "Hi from Fern")
    #expect(!words.has("table.all") || words["table.all"] != "no")
    let over = try files(["site/Content/i18n/en.yml": "layout: {pages: Here}"])
      .words(language: "en", folders: ["home", "site"], labels: Labels())
    #expect(over["layout.pages"] == "Here")
    #expect(over["format.decimal"] == ".")
  }

  @Test func saysInEnglishWhatLanguageLacks() throws {
    let words = try files(["site/Content/i18n/pt.yml": "layout: {pages: Páginas}\nformat: {decimal: ','}"])
      .words(language: "pt", folders: ["home", "site"], labels: Labels())
    #expect(words.language == "pt")
    #expect(words["layout.pages"] == "Páginas" && words["layout.more"] == "More")
    #expect(words.percent(1, of: 8) == "12,5%")
  }

  @Test func readsByteOrderMark() throws {
    let words = try files(["site/Content/i18n/en.yml": "\u{FEFF}a: x\r\nb: y\r\n"])
      .words(language: "en", folders: ["home", "site"], labels: Labels())
    #expect(words["a"] == "x" && words["b"] == "y")
  }

  @Test func tellsThatLanguageHasNoWords() {
    let error = #expect(throws: Diagnostics.self) {
      try files([:]).words(language: "tlh", folders: ["home", "site"], labels: Labels())
    }
    #expect(
      error?.description == """
        error: there are no words for the language `tlh`
        = help: write Content/i18n/tlh.yml
        """)
  }

  @Test func tellsWhereWordsAreUnreadable() {
    let error = #expect(throws: Diagnostics.self) {
      try files(["site/Content/i18n/en.yml": "a: ["]).words(language: "en", folders: ["site"], labels: Labels())
    }
    #expect(error?.all.first?.place?.path == "Content/i18n/en.yml")
  }

  @Test func laysTemplatesOverOneAnother() throws {
    let files = try files([
      "home/Templates/layout.mustache": "home", "home/Templates/page/prose.mustache": "home",
      "site/Templates/layout.mustache": "site", "other/layout.mustache": "other",
    ])
    #expect(
      try files.templateFolders(home: "home", site: "site", overlay: nil) == ["home/Templates", "site/Templates"])
    #expect(try files.templateFolders(home: "home", site: "none", overlay: nil) == ["home/Templates"])
    #expect(try files.templateFolders(home: "home", site: "home", overlay: nil) == ["home/Templates"])
    #expect(
      try files.templateFolders(home: "home", site: "site", overlay: "other")
        == ["home/Templates", "site/Templates", "other"])
  }

  @Test func tellsThatOverlayIsMissing() throws {
    let error = #expect(throws: Diagnostics.self) {
      try files([:]).templateFolders(home: "home", site: "site", overlay: "away")
    }
    #expect(error?.description == "error: there is no folder `away`, which --templates names")
  }

  @Test func laysAssetsOverOneAnother() throws {
    let assets = try files([
      "home/Templates/assets/site.js": "home", "home/Templates/assets/styles/base.css": "base;",
      "site/Templates/assets/site.js": "site", "site/Templates/assets/styles/own.css": "own;",
    ]).assets(in: ["home/Templates", "site/Templates"])
    #expect(
      assets.files.map { "\($0.address): \(String(decoding: $0.bytes, as: UTF8.self))" }
        == ["assets/site.css: base;own;", "assets/site.js: site"])
  }

  /// The files in memory, with the repository's English under `home/`.
  private func files(_ contents: [String: String]) throws -> SiteFiles {
    let path = Repository.root + "/Content/i18n/en.yml"
    let english = String(decoding: try DiskFileSource().read(path), as: UTF8.self)
    return SiteFiles(source: MemoryFileSource(contents.merging(["home/Content/i18n/en.yml": english]) { $1 }))
  }
}

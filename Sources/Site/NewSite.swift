import Diagnostics
import Files

/// Begins a site of one's own: its configuration, report pages, FAQ and timeline frame. Templates and words stay with
/// the program; a site overlays what it wants different.
public struct NewSite {
  private let folder: String
  private let home: String
  private let language: String

  /// - Parameters:
  ///   - folder: must not exist or be empty.
  ///   - home: the program's own folder.
  ///   - language: one in which the program brings words and pages.
  public init(folder: String, home: String, language: String = "en") {
    self.folder = folder
    self.home = home
    self.language = language
  }

  /// Writes the site's files.
  /// - Throws: if the folder holds something, or a file cannot be written.
  public func create() throws(Diagnostics) {
    if Folders.exists(folder), !(Folders.names(in: folder)?.isEmpty ?? false) {
      throw Diagnostics([
        .error("`\(folder)` is there already and not empty, expected a new folder", help: "choose another name")
      ])
    }
    try checkLanguage()
    do throws(FileError) {
      let source = DiskFileSource()
      let sink = DiskFileSink(root: folder)
      for name in try source.files(under: home + "/Content") where isStarter(name) {
        try sink.write("Content/" + name, try source.read(home + "/Content/" + name))
      }
      let starter = home + "/Templates/new/" + language
      for name in try source.files(under: starter) {
        try sink.write("Content/" + name, try source.read(starter + "/" + name))
      }
      try DiskFileSink.makeFolders(folder + "/Content/exports")
    } catch {
      throw Diagnostics([error.diagnostic])
    }
  }

  private func checkLanguage() throws(Diagnostics) {
    let languages = (Folders.names(in: home + "/Templates/new") ?? []).sorted()
    guard !languages.contains(language) else { return }
    throw Diagnostics([.unknownKey(language, among: languages, at: nil, kind: "language")])
  }

  /// The report pages, the FAQ and the timeline's frame; neither the manual nor the changelog.
  private func isStarter(_ name: String) -> Bool {
    name.hasSuffix(".md") && (!name.contains("/") || name.hasPrefix("reports/")) && name != "changelog.md"
  }
}

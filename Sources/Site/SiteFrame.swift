import Diagnostics
import Files
import Templating
import Wording

/// Words, templates and their companions for what is written around a site, outside of a build: the program's, and a
/// site's own over them.
public struct SiteFrame: Sendable {
  public let words: Words
  public let templates: TemplateLibrary
  private let folders: [String]

  /// - Parameters:
  ///   - site: whose language and templates hold; nil for the program's own.
  ///   - home: the program's own folder.
  public init(site: String?, home: String) throws(Diagnostics) {
    let files = SiteFiles(source: DiskFileSource())
    let configuration = try site.map { root throws(Diagnostics) in try SiteSources.configuration(of: root) }
    words = try files.words(
      language: configuration?.language ?? "en", folders: [home] + (site.map { [$0] } ?? []),
      labels: configuration?.labels ?? Labels())
    folders = try files.templateFolders(home: home, site: site ?? home, overlay: nil)
    templates = try files.templates(in: folders, words: words)
  }

  /// A file of the templates' folders, the site's before the program's.
  public func bytes(_ name: String) throws(Diagnostics) -> [UInt8] {
    let files = SiteFiles(source: DiskFileSource())
    let folder = folders.last { files.source.kind(of: $0 + "/" + name) == .file } ?? folders[0]
    return try files.bytes(folder + "/" + name)
  }
}

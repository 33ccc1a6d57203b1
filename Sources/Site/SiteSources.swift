import Diagnostics
import Files
import Grouping
import Pages
import Privacy
import Reports
import Templating
import Time
import Wording

/// Everything that a site is made from except its data: configuration, words, templates, assets and pages, read whole
/// and checked before the first record is.
public struct SiteSources: Sendable {
  public let root: String
  public let configuration: SiteConfiguration
  public let rules: RuleSet
  public let zone: Zone
  public let words: Words
  public let audience: Audience
  public let templates: TemplateLibrary
  let assets: Assets
  public let pages: [Page]
  /// The program's measures, then the site's.
  let measures: [MeasureFile]
  /// The addresses of the images beside them.
  let images: [String]
  /// What templates, words, pages and assets say, as they are written.
  let ownWords: [UInt8]
  /// Of the files that every timeline is made from: configuration, words, templates; and of the zone's.
  let frameFiles: ContentDigest
  let zoneFile: ContentDigest

  /// - Parameters:
  ///   - root: the site's folder.
  ///   - home: the program's own templates and words.
  ///   - overlay: a folder of templates over all others.
  ///   - settings: rules over the configuration's.
  ///   - audience: pages for others are left out.
  ///   - configuration: the site's, if it was read already.
  public init(
    root: String, home: String, overlay: String?, settings: [RuleSet.Setting],
    audience: AudienceChoice = AudienceChoice(), configuration known: SiteConfiguration? = nil
  ) throws(Diagnostics) {
    let files = SiteFiles(source: DiskFileSource())
    self.root = root
    configuration = if let known { known } else { try SiteSources.configuration(of: root) }
    rules = try SiteSources.ruleSet(configuration, settings)
    zone = try SiteSources.zone(named: configuration.timezone, in: configuration)
    zoneFile = ContentDigest((try? files.source.read(SiteSources.zones + configuration.timezone)) ?? [])
    let folders = try files.templateFolders(home: home, site: root, overlay: overlay)
    let configuration = configuration
    // The words are half of what a small site takes to start.
    let (worded, plain) = try both {
      () throws(Diagnostics) in
      let words = try files.words(
        language: configuration.language, folders: [home, root], labels: configuration.labels)
      return (words, try files.templates(in: folders, words: words))
    } _: {
      () throws(Diagnostics) in
      try Unworded(files, root: root, home: home, templates: folders)
    }
    (words, templates) = worded
    (assets, images, measures) = (plain.assets, plain.images, plain.measures)
    self.audience = try audience.audience(configuration, words: words)
    let name = self.audience.policy.name
    pages = plain.pages.filter { $0.front.isFor(audience: name) }
    ownWords =
      self.audience.policy.seesAll
      ? []
      : try files.ownWords(
        folders: folders + [home + "/Content/i18n", root + "/Content/i18n"], pages: root + "/Content")
    frameFiles = try files.frameDigest(
      root: root, folders: folders, words: [home, root], languages: ["en", configuration.language])
  }

  /// What is read without the site's words.
  private struct Unworded: Sendable {
    let assets: Assets
    let pages: [Page]
    let images: [String]
    let measures: [MeasureFile]

    init(_ files: SiteFiles, root: String, home: String, templates: [String]) throws(Diagnostics) {
      assets = try files.assets(in: templates)
      let loader = PageLoader(source: files.source, folder: root + "/Content")
      pages = try loader.load()
      images = try loader.images()
      measures = try files.measures(in: home == root ? [root] : [home, root])
    }
  }

  /// Reads `Content/site.yml` alone.
  /// - Parameter root: the site's folder.
  public static func configuration(of root: String) throws(Diagnostics) -> SiteConfiguration {
    let text = try SiteFiles(source: DiskFileSource()).text(root + "/Content/site.yml")
    return try ConfigurationReader.read(text, path: "Content/site.yml")
  }

  /// The configuration's rules, its brands' over them, and the settings over both.
  /// - Throws: the first rule that is unknown or has an impossible value.
  public static func ruleSet(
    _ configuration: SiteConfiguration, _ settings: [RuleSet.Setting]
  ) throws(Diagnostics) -> RuleSet {
    do throws(RuleError) {
      return try RuleSet(base: configuration.rules, brands: configuration.brandRules, overrides: settings)
    } catch {
      throw Diagnostics([error.diagnostic(at: nil)])
    }
  }

  /// What a site says of its own, as it is written: templates, words, pages.
  /// - Parameter root: the site's folder.
  static func ownWords(of root: String) throws(Diagnostics) -> [UInt8] {
    let files = SiteFiles(source: DiskFileSource())
    let home = try SiteLocator.home()
    return try files.ownWords(
      folders: try files.templateFolders(home: home, site: root, overlay: nil)
        + [home + "/Content/i18n", root + "/Content/i18n"], pages: root + "/Content")
  }

  /// Where the zone database lies.
  static let zones = "/usr/share/zoneinfo/"

  /// A zone that the configuration names.
  static func zone(named name: String, in configuration: SiteConfiguration) throws(Diagnostics) -> Zone {
    do throws(Zone.LoadError) {
      return try Zone.load(name) { try? DiskFileSource().read(zones + $0) }
    } catch {
      throw Diagnostics([
        .error(
          "the time zone `\(name)` is not known on this machine", at: configuration.zonePlaces[name],
          help: "use a name of the IANA database such as Europe/Lisbon; the database itself is Debian's package tzdata")
      ])
    }
  }
}

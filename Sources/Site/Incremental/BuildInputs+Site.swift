import Diagnostics
import Files

extension BuildInputs {
  /// What a site's build is made from.
  ///
  /// - Parameters:
  ///   - home: the program's own folder.
  ///   - data: files and folders of the export.
  init(
    _ options: BuildOptions, home: String, configuration: SiteConfiguration, data: [String]
  ) throws(Diagnostics) {
    let audience = try options.audience.audience(configuration).fingerprint
    let zones = Set([configuration.timezone] + configuration.data.compactMap(\.timezone)).sorted()
    var paths = [options.site + "/Content", options.site + "/Templates"]
    if home != options.site { paths += [home + "/Templates", home + "/Content/i18n", home + "/Content/measures.yml"] }
    paths += [options.templates].compactMap { $0 } + zones.map { SiteSources.zones + $0 }
    let read = paths
    paths += data.filter { path in !read.contains { path == $0 || path.hasPrefix($0 + "/") } }
    do throws(FileError) {
      try self.init(settings: BuildInputs.settings(options, audience: audience, home: home, data: data), paths: paths)
    } catch {
      throw Diagnostics([error.diagnostic])
    }
  }

  private static func settings(
    _ options: BuildOptions, audience: String, home: String, data: [String]
  ) -> [String] {
    ["program \(ProgramIdentity.text)", "audience \(audience)", "site \(options.site)", "home \(home)"]
      + data.map { "data \($0)" } + options.rules.map { "rule \($0.key)=\($0.value)" }
      + ["as-of \(options.asOf.map(\.description) ?? "-")", "templates \(options.templates ?? "-")"]
      + [
        "max-rejected \(options.maxRejected.map(\.description) ?? "-")", "named \(options.data.isEmpty ? "no" : "yes")",
      ]
  }
}

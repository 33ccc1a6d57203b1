import Diagnostics
import Files
import Privacy

/// What is taken out of texts for a site: its configuration's kinds, numbers and words, and the people of an export.
public struct SiteRedaction: Sendable {
  private let configuration: SiteConfiguration
  private let loader: DataLoader?

  /// - Parameters:
  ///   - site: the site's folder; nil for the nearest, or the defaults where there is none.
  ///   - data: whose people are looked for; nobody's where it is empty.
  public init(site: String?, data: [String]) throws(Diagnostics) {
    let folder = try site.map { (site) throws(Diagnostics) in try SiteLocator.site(from: site) }
    let nearest = folder ?? (try? SiteLocator.site(from: "."))
    configuration = if let nearest { try SiteSources.configuration(of: nearest) } else { SiteConfiguration() }
    let rules = try SiteSources.ruleSet(configuration, [])
    loader = data.isEmpty ? nil : DataLoader(paths: data, rules: rules, jobs: 1, memory: .quarterOfMachine)
  }

  /// - Parameter report: told what goes on, from any thread.
  public func rules(_ report: @escaping @Sendable (BuildEvent) -> Void = { _ in }) throws(Diagnostics) -> RedactionRules
  {
    var rules = configuration.redaction
    if let store = try loader?.load(progress: { report(.reading($0)) }) { rules.add(peopleOf: store) }
    rules.seal()
    return rules
  }
}

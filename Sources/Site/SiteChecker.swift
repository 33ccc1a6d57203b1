import Diagnostics
import Events
import Privacy

extension SiteBuilder {
  /// Reads everything that a build reads and writes nothing.
  /// - Throws: what would keep a build from being published, its links aside.
  public func check() throws(Diagnostics) -> ReadSummary {
    let sources = try SiteSources(
      root: options.site, home: try SiteLocator.home(), overlay: options.templates, settings: options.rules,
      audience: options.audience)
    let site = try SiteProgram(sources)
    _ = try TimelineStage.view(site: site, store: EventStore())
    return try read(sources).store.summary
  }
}

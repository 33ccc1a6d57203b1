import Events
import Site

/// What a build tells on the terminal.
enum BuildProgress {
  static func show(_ event: BuildEvent) {
    switch event {
    case .reading(let progress): Console.progress(text(progress))
    case .timelines(let done, let total): Console.progress("timelines \(done) of \(total)")
    case .stage(let stage): Console.progress(stage.rawValue)
    case .warning(let diagnostic): Console.tell(diagnostic.description)
    }
  }

  static func text(_ progress: Events.Progress) -> String {
    switch progress.step {
    case .opening: "opening \(progress.done) of \(progress.total) files"
    case .reading: "reading \(progress.done >> 20) of \(progress.total >> 20) MiB"
    case .sorting: "sorting"
    }
  }

  static func text(_ summary: BuildSummary, took duration: Duration) -> String {
    """
    \(summary.records) records read, \(summary.rejected) rejected; \(summary.customers) customers, \
    \(summary.conversations) conversations, \(summary.sessions) AI sessions, \(summary.contacts) contacts; \
    \(summary.pages) pages, \(summary.files) files; \(seconds(duration))
    """
  }

  /// `1.4 s`
  private static func seconds(_ duration: Duration) -> String {
    let (seconds, attoseconds) = duration.components
    return "\(seconds).\(attoseconds / 100_000_000_000_000_000) s"
  }
}

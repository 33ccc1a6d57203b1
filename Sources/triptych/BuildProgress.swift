import Events
import Site
import Synchronization

/// What a build tells on the terminal while it works: the stage, how far it has come, how fast, and how long it will
/// still take. It keeps how long each stage took.
final class BuildProgress: Sendable {
  private struct State {
    var stage: BuildStage?
    var began: ContinuousClock.Instant
    var shown: ContinuousClock.Instant?
    var took: [(stage: BuildStage, duration: Duration)] = []
  }

  private let start = ContinuousClock.now
  private let state: Mutex<State>

  init() { state = Mutex(State(began: ContinuousClock.now)) }
}

extension BuildProgress {
  func show(_ event: BuildEvent) {
    switch event {
    case .stage(let stage): begin(stage)
    case .reading(let progress): show(BuildProgress.reading(progress))
    case .timelines(let done, let total): show(Amount(done: done, total: total, unit: ""))
    case .warning(let diagnostic): Console.tell(diagnostic.description)
    }
  }

  /// Since it began.
  var elapsed: Duration { ContinuousClock.now - start }

  /// A line for each stage, in the order of work, and the sum.
  func timings() -> String {
    let took = state.withLock { state in
      BuildProgress.end(&state, at: ContinuousClock.now)
      return state.took
    }
    let lines = took.map { "  \($0.stage.rawValue.padded(to: 12))\($0.duration.seconds)" }
    return (["timings"] + lines + ["  \("all".padded(to: 12))\(elapsed.seconds)"]).joined(separator: "\n")
  }

  static func text(_ summary: BuildSummary, took duration: Duration) -> String {
    """
    \(summary.isUnchanged ? "nothing has changed: " : "")\
    \(summary.records) records read, \(summary.rejected) rejected; \(summary.customers) customers, \
    \(summary.conversations) conversations, \(summary.sessions) AI sessions, \(summary.contacts) contacts; \
    \(summary.pages) pages, \(summary.files) files; \(duration.seconds)
    """
  }
}

extension BuildProgress {
  /// How much of a stage is done.
  struct Amount {
    var done: Int
    var total: Int
    var unit: String
  }

  private func begin(_ stage: BuildStage) {
    state.withLock { state in
      let now = ContinuousClock.now
      BuildProgress.end(&state, at: now)
      (state.stage, state.began, state.shown) = (stage, now, nil)
    }
    Console.progress(stage.rawValue)
  }

  private static func end(_ state: inout State, at now: ContinuousClock.Instant) {
    if let stage = state.stage {
      if let known = state.took.firstIndex(where: { $0.stage == stage }) {
        state.took[known].duration += now - state.began
      } else {
        state.took.append((stage, now - state.began))
      }
    }
    state.stage = nil
  }

  /// At most ten times a second: a terminal is slower than the work.
  private func show(_ amount: Amount?) {
    guard Console.isTerminal else { return }
    let line: String? = state.withLock { state in
      let now = ContinuousClock.now
      guard let stage = state.stage, state.shown.map({ now - $0 > .milliseconds(100) }) ?? true else { return nil }
      state.shown = now
      return stage.rawValue + (amount.map { " " + $0.text(after: now - state.began) } ?? "")
    }
    if let line { Console.progress(line) }
  }

  private static func reading(_ progress: Events.Progress) -> Amount? {
    switch progress.step {
    case .opening: Amount(done: progress.done, total: progress.total, unit: " files")
    case .reading: Amount(done: progress.done >> 20, total: progress.total >> 20, unit: " MiB")
    case .sorting: nil
    }
  }
}

extension BuildProgress.Amount {
  /// `12345 of 100000, 14210 a second, 6 s left`
  func text(after duration: Duration) -> String {
    let seconds = Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
    guard seconds > 0.5, done > 0 else { return "\(done) of \(total)\(unit)" }
    let rate = Double(done) / seconds
    return "\(done) of \(total)\(unit), \(Int(rate)) a second, \(Int(Double(total - done) / rate) + 1) s left"
  }
}

extension Duration {
  /// `1.42 s`
  fileprivate var seconds: String {
    let (seconds, attoseconds) = components
    let hundredths = attoseconds / 10_000_000_000_000_000
    return "\(seconds).\(hundredths < 10 ? "0" : "")\(hundredths) s"
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(1, width - count)) }
}

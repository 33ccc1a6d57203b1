import Synchronization

/// How far reading has come.
public struct Progress: Sendable, Equatable {
  public enum Step: Sendable { case opening, reading, sorting }
  public var step: Step
  /// Bytes done and in all, decompressed; while opening: files.
  public var done: Int
  public var total: Int
}

/// Adds up what several threads have done.
final class ProgressCounter: Sendable {
  private let step: Progress.Step
  private let report: (@Sendable (Progress) -> Void)?
  private let state: Mutex<(done: Int, total: Int)>

  init(_ step: Progress.Step, total: Int, _ report: (@Sendable (Progress) -> Void)?) {
    self.step = step
    self.report = report
    state = Mutex((0, total))
  }

  /// Reports in the order of the sums.
  func add(_ amount: Int) {
    guard let report else { return }
    state.withLock { state in
      state.done += amount
      state.total = max(state.done, state.total)
      report(Progress(step: step, done: state.done, total: state.total))
    }
  }

  /// More is to be done than was expected, or less.
  func expect(_ more: Int) { state.withLock { $0.total += more } }
}

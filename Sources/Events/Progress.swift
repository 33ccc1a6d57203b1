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
  private let total: Int
  private let report: (@Sendable (Progress) -> Void)?
  private let done = Mutex(0)

  init(_ step: Progress.Step, total: Int, _ report: (@Sendable (Progress) -> Void)?) {
    self.step = step
    self.total = total
    self.report = report
  }

  /// Reports in the order of the sums.
  func add(_ amount: Int) {
    guard let report else { return }
    done.withLock { done in
      done += amount
      report(Progress(step: step, done: done, total: total))
    }
  }
}

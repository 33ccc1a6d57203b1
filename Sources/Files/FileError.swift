import Diagnostics

/// What went wrong with a file, as a fact; `diagnostic` words it.
public struct FileError: Error, Equatable, Sendable {
  /// What was to be done; the raw value is the verb of its sentence.
  public enum Step: String, Sendable { case read, list, write, create, replace }

  public var step: Step
  public var path: String
  /// The system's error number, e.g. `ENOENT`.
  public var code: Int32

  public init(_ step: Step, _ path: String, code: Int32) {
    self.step = step
    self.path = path
    self.code = code
  }
}

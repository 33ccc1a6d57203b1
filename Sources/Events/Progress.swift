/// How far reading has come.
public struct Progress: Sendable, Equatable {
  public enum Step: Sendable { case opening, reading, sorting }
  public var step: Step
  /// Bytes done and in all, decompressed; while opening: files.
  public var done: Int
  public var total: Int
}

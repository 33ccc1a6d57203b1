/// The reader's clock and language, as far as a lane picture needs them. Instants and lengths are in milliseconds.
public struct LaneClock: Sendable {
  /// What to add to an instant for the local clock.
  public var offset: @Sendable (Int64) -> Int64
  /// The time of day, such as `16:00`.
  public var hour: @Sendable (Int64) -> String
  /// The day, such as `Tue 9 Sep`.
  public var date: @Sendable (Int64) -> String
  /// The length of a folded stretch, such as `15 h`.
  public var length: @Sendable (Int64) -> String
  /// What a folded stretch of that length is called on hover; the second says whether a conversation stays open in it.
  public var fold: @Sendable (Int64, Bool) -> String

  public init(
    offset: @escaping @Sendable (Int64) -> Int64, hour: @escaping @Sendable (Int64) -> String,
    date: @escaping @Sendable (Int64) -> String, length: @escaping @Sendable (Int64) -> String,
    fold: @escaping @Sendable (Int64, Bool) -> String
  ) {
    self.offset = offset
    self.hour = hour
    self.date = date
    self.length = length
    self.fold = fold
  }
}

extension Int64 {
  static var minute: Int64 { 60_000 }
  static var hour: Int64 { 60 * minute }
  static var day: Int64 { 24 * hour }
}

/// A moment, in milliseconds since 1970-01-01T00:00:00Z; leap seconds do not count.
public struct Instant: Hashable, Comparable, Sendable, BitwiseCopyable {
  public var milliseconds: Int64

  @inlinable
  public init(milliseconds: Int64) { self.milliseconds = milliseconds }

  @inlinable
  public static func < (a: Instant, b: Instant) -> Bool { a.milliseconds < b.milliseconds }

  @inlinable
  public static func + (instant: Instant, length: Length) -> Instant {
    Instant(milliseconds: instant.milliseconds &+ length.milliseconds)
  }

  @inlinable
  public static func - (instant: Instant, length: Length) -> Instant {
    Instant(milliseconds: instant.milliseconds &- length.milliseconds)
  }

  /// The time from `b` to `a`.
  @inlinable
  public static func - (a: Instant, b: Instant) -> Length {
    Length(milliseconds: a.milliseconds &- b.milliseconds)
  }
}

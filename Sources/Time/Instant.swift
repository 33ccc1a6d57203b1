/// A moment, in milliseconds since 1970-01-01T00:00:00Z; leap seconds do not count.
public struct Instant: Hashable, Comparable, Sendable {
  public var milliseconds: Int64

  @inline(__always)
  public init(milliseconds: Int64) { self.milliseconds = milliseconds }

  @inline(__always)
  public static func < (a: Instant, b: Instant) -> Bool { a.milliseconds < b.milliseconds }

  @inline(__always)
  public static func + (instant: Instant, length: Length) -> Instant {
    Instant(milliseconds: instant.milliseconds &+ length.milliseconds)
  }

  @inline(__always)
  public static func - (instant: Instant, length: Length) -> Instant {
    Instant(milliseconds: instant.milliseconds &- length.milliseconds)
  }

  /// The time from `b` to `a`.
  @inline(__always)
  public static func - (a: Instant, b: Instant) -> Length {
    Length(milliseconds: a.milliseconds &- b.milliseconds)
  }
}

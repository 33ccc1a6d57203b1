import Time

/// An instant or none in eight bytes, as groups keep many.
@usableFromInline
struct OptionalInstant: Sendable, BitwiseCopyable {
  /// No instant is so early.
  @usableFromInline let milliseconds: Int64

  @inlinable
  init(_ instant: Instant?) { milliseconds = instant?.milliseconds ?? .min }

  @inlinable var instant: Instant? { milliseconds == .min ? nil : Instant(milliseconds: milliseconds) }
}

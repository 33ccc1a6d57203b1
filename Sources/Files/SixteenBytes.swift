import Cprocessor

/// Sixteen bytes of a text that are looked at together. Of the comparisons of vectors those with a vector are one
/// instruction; those with a number go byte by byte.
public struct SixteenBytes {
  public typealias Mask = SIMDMask<SIMD16<Int8>>
  @usableFromInline let bytes: SIMD16<UInt8>

  /// - Parameter start: sixteen bytes from it on are readable.
  @inlinable @inline(__always)
  public init(_ start: UnsafeRawPointer) { bytes = start.loadUnaligned(as: SIMD16<UInt8>.self) }

  @inlinable @inline(__always)
  init(_ bytes: SIMD16<UInt8>) { self.bytes = bytes }
}

extension SixteenBytes {
  @inlinable @inline(__always)
  public func equal(_ byte: UInt8) -> Mask { bytes .== SIMD16(repeating: byte) }

  /// Which are one of so many bytes from one on.
  @inlinable @inline(__always)
  public func among(_ first: UInt8, _ count: UInt8) -> Mask {
    (bytes &- SIMD16(repeating: first)) .< SIMD16(repeating: count)
  }

  /// With these bits set in each.
  @inlinable @inline(__always)
  public func setting(_ bits: UInt8) -> SixteenBytes { SixteenBytes(bytes | SIMD16(repeating: bits)) }

  /// Which are not ASCII, a bit each, the first byte's lowest.
  @inlinable @inline(__always)
  public var high: UInt64 { UInt64(triptych_high_bits(bytes)) }

  /// A mask's answers, a bit each, the first byte's lowest.
  @inlinable @inline(__always)
  public static func bits(_ mask: Mask) -> UInt64 {
    UInt64(triptych_high_bits(unsafeBitCast(mask, to: SIMD16<UInt8>.self)))
  }

  /// The same, and of the bytes that are not ASCII too.
  @inlinable @inline(__always)
  public func bitsAndHigh(_ mask: Mask) -> UInt64 {
    UInt64(triptych_high_bits(unsafeBitCast(mask, to: SIMD16<UInt8>.self) | bytes))
  }
}

/// Writes bytes one behind another into room that is there already, without a check for each: for what is put together
/// from many small pieces that together have a known most.
public struct ByteCursor {
  @usableFromInline var next: UnsafeMutablePointer<UInt8>

  @inlinable
  @inline(__always)
  init(_ next: UnsafeMutablePointer<UInt8>) { self.next = next }
}

extension ByteCursor {
  @inlinable
  @inline(__always)
  public mutating func put(_ byte: UInt8) {
    next.pointee = byte
    next += 1
  }

  @inlinable
  @inline(__always)
  public mutating func put(_ text: StaticString) { put(text.utf8Start, text.utf8CodeUnitCount) }

  @inlinable
  @inline(__always)
  public mutating func put(_ bytes: UnsafePointer<UInt8>, _ count: Int) {
    next.update(from: bytes, count: count)
    next += count
  }

  /// Two decimal digits of a number below a hundred.
  @inlinable
  @inline(__always)
  public mutating func put(twoDigits number: Int) {
    put(0x30 &+ UInt8(truncatingIfNeeded: number / 10 % 10))
    put(0x30 &+ UInt8(truncatingIfNeeded: number % 10))
  }

  /// The decimal digits of a whole number, at most twenty bytes.
  public mutating func put(decimal number: Int) {
    if number < 0 { put(0x2D) }
    var rest = number.magnitude
    var count = 1
    while rest >= 10 {
      rest /= 10
      count += 1
    }
    rest = number.magnitude
    for place in (0..<count).reversed() {
      next[place] = 0x30 &+ UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    next += count
  }

  /// As many bytes as a writer writes at an address.
  @inlinable
  @inline(__always)
  public mutating func put(count: Int, _ write: (UnsafeMutableRawPointer) -> Void) {
    write(UnsafeMutableRawPointer(next))
    next += count
  }

  /// The first `count` of eight bytes, the first of them the lowest; all eight are written, so that there has to be room.
  @inlinable
  @inline(__always)
  public mutating func put(word: UInt64, count: Int) {
    UnsafeMutableRawPointer(next).storeBytes(of: word.littleEndian, as: UInt64.self)
    next += count
  }
}

extension [UInt8] {
  /// Appends what a writer puts, at most that many bytes.
  @inlinable
  @inline(__always)
  public mutating func write(most: Int, _ body: (inout ByteCursor) -> Void) {
    append(addingCapacity: most) { (span: inout OutputSpan<UInt8>) in
      span.withUnsafeMutableBufferPointer { room, count in
        guard let base = room.baseAddress else { return }
        var cursor = ByteCursor(base + count)
        body(&cursor)
        count = cursor.next - base
      }
    }
  }

  /// Appends bytes: `append(contentsOf:)` for those alone, without its care for any sequence.
  @inlinable
  public mutating func append(bytes: UnsafeBufferPointer<UInt8>) {
    guard let first = bytes.baseAddress else { return }
    write(most: bytes.count) { $0.put(first, bytes.count) }
  }
}

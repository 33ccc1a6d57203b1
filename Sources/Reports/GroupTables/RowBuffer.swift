import Files
import Time

/// Rows of one table: room that is used again, written by one `RowWriter` at a time.
final class RowBuffer: @unchecked Sendable {
  // Unchecked: it is handed from thread to thread, one holds it at a time.
  private(set) var base: UnsafeMutableRawPointer
  private(set) var capacity = 1 << 16
  var count = 0
  var instants = InstantWriter()

  init() { base = .allocate(byteCount: capacity, alignment: 16) }

  deinit { base.deallocate() }
}

extension RowBuffer {
  /// Appends all rows to a file.
  func write(to stream: FileStream) throws(FileError) {
    defer { withExtendedLifetime(self) {} }
    try stream.append(UnsafeBufferPointer(start: base.assumingMemoryBound(to: UInt8.self), count: count))
  }

  func removeAll() { count = 0 }

  func grow(_ used: Int, for needed: Int) {
    let larger = max(capacity * 2, used + needed)
    let next = UnsafeMutableRawPointer.allocate(byteCount: larger, alignment: 16)
    next.copyMemory(from: base, byteCount: used)
    base.deallocate()
    (base, capacity) = (next, larger)
  }
}

import Synchronization

/// Line numbers of byte offsets, counted when they are first asked for.
final class LineIndex: Sendable {
  private static let blockSize = 1 << 16
  /// By file number.
  private let files = Mutex<[Int: Lines]>([:])

  private struct Lines {
    /// How many newlines come before each block.
    var blocks: [Int]
    /// The offset that was last asked for, and the newlines before it: the next is often not far behind it.
    var offset = 0
    var newlines = 0
  }

  /// The line of an offset, from 1.
  func line(of offset: Int, in file: SourceFile) -> Int {
    let block = offset / LineIndex.blockSize
    var (from, before) = files.withLock { files in
      let lines = files[file.number] ?? Lines(blocks: LineIndex.count(file.bytes))
      files[file.number] = lines
      let start = block * LineIndex.blockSize
      return lines.offset >= start && lines.offset <= offset
        ? (lines.offset, lines.newlines) : (start, lines.blocks[block])
    }
    before += LineIndex.newlines(file.bytes, from..<offset)
    from = offset
    files.withLock { [from, before] files in
      files[file.number]?.offset = from
      files[file.number]?.newlines = before
    }
    return before + 1
  }

  static func newlines(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    var count = 0
    for byte in UnsafeBufferPointer(rebasing: bytes[range]) { count &+= byte == 0x0A ? 1 : 0 }
    return count
  }

  private static func count(_ bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
    var counts = [0]
    for start in stride(from: 0, to: bytes.count, by: blockSize) {
      counts.append(counts[counts.count - 1] + newlines(bytes, start..<min(start + blockSize, bytes.count)))
    }
    return counts
  }
}

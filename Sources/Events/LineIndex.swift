import Synchronization

/// Line numbers of byte offsets, counted when they are first asked for.
final class LineIndex: Sendable {
  private static let blockSize = 1 << 16
  /// By file number, how many newlines come before each block.
  private let blocks = Mutex<[Int: [Int]]>([:])

  /// The line of an offset, from 1.
  func line(of offset: Int, in file: SourceFile) -> Int {
    let block = offset / LineIndex.blockSize
    let before = blocks.withLock { blocks in
      if let known = blocks[file.number] { return known[block] }
      let counted = LineIndex.count(file.bytes)
      blocks[file.number] = counted
      return counted[block]
    }
    return before + LineIndex.newlines(file.bytes, block * LineIndex.blockSize..<offset) + 1
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

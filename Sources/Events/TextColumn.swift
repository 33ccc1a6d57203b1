/// Texts one behind another, numbered from 0.
struct TextColumn: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
}

extension TextColumn {
  var count: Int { ends.count }

  mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
  }

  mutating func append(contentsOf other: TextColumn) {
    let start = bytes.count
    bytes += other.bytes
    ends.reserveCapacity(ends.count + other.ends.count)
    for end in other.ends { ends.append(start + end) }
  }

  mutating func reserve(_ count: Int, bytes room: Int) {
    ends.reserveCapacity(count)
    bytes.reserveCapacity(room)
  }

  var byteCount: Int { bytes.count }

  func withBytes<Result>(_ index: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
    let start = index == 0 ? 0 : ends[index - 1]
    return try bytes.withUnsafeBufferPointer { try body(UnsafeBufferPointer(rebasing: $0[start..<ends[index]])) }
  }
}

import Files

/// Files as one stream, in order, cut into parts of one size: so that a page is unpacked without unpacking all, and many
/// small files are packed together.
struct PageParts: Sendable {
  /// Of a part before it is packed; the last may be shorter.
  static let size = 1 << 20

  private let contents: SnapshotContents
  private let sizes: [Int]
  /// Where each file begins in the stream.
  private let starts: [Int]
  let bytes: Int

  /// - Parameter sizes: of the files, in order.
  init(_ contents: SnapshotContents, sizes: [Int]) {
    self.contents = contents
    self.sizes = sizes
    var at = 0
    starts = sizes.map { size in
      defer { at += size }
      return at
    }
    bytes = at
  }
}

extension PageParts {
  var count: Int { (bytes + PageParts.size - 1) / PageParts.size }

  /// A part of the stream.
  /// - Throws: if a file has not the size that it had.
  func part(_ number: Int) throws(SnapshotError) -> [UInt8] {
    let range = number * PageParts.size..<min((number + 1) * PageParts.size, bytes)
    var part: [UInt8] = []
    part.reserveCapacity(range.count)
    var file = first(endingBehind: range.lowerBound)
    while part.count < range.count {
      let path = contents.paths[file]
      let from = range.lowerBound + part.count - starts[file]
      let end = min(from + range.count - part.count, sizes[file])
      part += try contents.map(path).use { bytes throws(SnapshotError) in
        guard bytes.count == sizes[file] else { throw .changing(path) }
        return Array(bytes[from..<end])
      }
      file += 1
    }
    return part
  }

  /// The first file that has bytes at a place of the stream.
  private func first(endingBehind offset: Int) -> Int {
    var (low, high) = (0, starts.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] + sizes[middle] > offset { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

import Files

/// A CSV file with any number of rows: what is written goes to a column of bytes now and then, which goes to a scratch
/// file when it grows large.
struct CSVFile {
  var writer: CSVWriter
  private let rows: ScratchColumn<UInt8>
  private static let piece = 1 << 18

  /// - Parameter limit: how many bytes may lie in memory, about.
  init(header: [String], inMemory limit: Int) {
    writer = CSVWriter(header: header)
    rows = ScratchColumn(inMemory: limit)
  }
}

extension CSVFile {
  /// Moves whole rows on if there are many.
  mutating func flush() throws(FileError) { if writer.bytes.count >= CSVFile.piece { try move() } }

  /// All that was written.
  mutating func finish() throws(FileError) -> ScratchColumn<UInt8> {
    try move()
    return rows
  }

  private mutating func move() throws(FileError) {
    try writer.take { (bytes) throws(FileError) in try rows.append(contentsOf: bytes) }
  }
}

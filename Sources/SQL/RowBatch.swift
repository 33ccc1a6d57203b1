/// Rows for one table, put value by value in the order of its columns. They are inserted together, so that the border
/// of this room is crossed once for thousands of values.
public struct RowBatch: Sendable {
  /// A value; a text is a range of `bytes`.
  struct Cell {
    enum Kind: UInt8 { case null, integer, real, text }
    var kind: Kind
    var count: UInt32
    /// The integer, the real's bits, or where the text begins.
    var bits: Int64
  }

  private(set) var cells: [Cell] = []
  private(set) var bytes: [UInt8] = []

  public init() {}
}

extension RowBatch {
  public mutating func putNull() { cells.append(Cell(kind: .null, count: 0, bits: 0)) }

  public mutating func put(_ integer: Int) { cells.append(Cell(kind: .integer, count: 0, bits: Int64(integer))) }

  public mutating func put(_ real: Double) {
    cells.append(Cell(kind: .real, count: 0, bits: Int64(bitPattern: real.bitPattern)))
  }

  public mutating func put(_ text: String) { put { $0.append(contentsOf: text.utf8) } }

  public mutating func put(_ utf8: UnsafeBufferPointer<UInt8>) { put { $0.append(contentsOf: utf8) } }

  /// Puts the text that `append` writes, as UTF-8, without making a string.
  public mutating func put(_ append: (inout [UInt8]) -> Void) {
    let start = bytes.count
    append(&bytes)
    cells.append(Cell(kind: .text, count: UInt32(bytes.count - start), bits: Int64(start)))
  }
}

/// Numbers in little-endian order, as an archive holds them.
struct ZipRecord {
  var bytes: [UInt8] = []

  init() {}

  init(signature: Int) { append32(signature) }

  mutating func append16(_ number: Int) { append(number, width: 2) }
  mutating func append32(_ number: Int) { append(number, width: 4) }
  mutating func append64(_ number: Int) { append(number, width: 8) }

  private mutating func append(_ number: Int, width: Int) {
    for place in 0..<width { bytes.append(UInt8(truncatingIfNeeded: number >> (8 * place))) }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// A number of so many bytes; nil outside of these bytes.
  func number(at offset: Int, width: Int) -> Int? {
    guard offset >= 0, offset + width <= count else { return nil }
    let number = (0..<width).reduce(UInt64(0)) { $0 | UInt64(self[offset + $1]) << (8 * UInt64($1)) }
    return Int(exactly: number)
  }
}

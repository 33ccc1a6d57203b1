/// The ids and links of a page's bytes, in order: the values of `id`, `href` and `src` in double quotes, as all our
/// writers put them.
struct LinkScanner: Sequence, IteratorProtocol {
  enum Attribute {
    case id(UnsafeBufferPointer<UInt8>)
    case link(UnsafeBufferPointer<UInt8>)
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  mutating func next() -> Attribute? {
    while position + 1 < bytes.count {
      guard bytes[position] == UInt8(ascii: "="), bytes[position + 1] == UInt8(ascii: "\"") else {
        position += 1
        continue
      }
      let name = position
      let start = position + 2
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\"")) ?? bytes.count
      position = end + 1
      let value = UnsafeBufferPointer(rebasing: bytes[start..<end])
      if isNamed(" id", before: name) { return .id(value) }
      if isNamed(" href", before: name) || isNamed(" src", before: name) { return .link(value) }
    }
    return nil
  }

  private func isNamed(_ name: StaticString, before end: Int) -> Bool {
    let count = name.utf8CodeUnitCount
    guard end >= count else { return false }
    return (0..<count).allSatisfy {
      bytes[end - count + $0] == name.utf8Start[$0] || $0 == 0 && bytes[end - count] <= 0x20
    }
  }
}

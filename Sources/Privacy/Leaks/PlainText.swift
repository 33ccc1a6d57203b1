/// A text as runs are compared: small letters, and one blank for any number of signs that are not shown; with the
/// places at which it is looked into. Room that is used again from text to text.
///
/// Looked into is each word's first byte, and every byte of a stretch in which no word begins for a block's length: so
/// of two texts with a run of two blocks in common, both are looked into at one place of it at least.
struct PlainText {
  private(set) var bytes: [UInt8] = []
  /// In order; behind each stands a whole block.
  private(set) var places: [Int32] = []

  /// By byte: what is written for it.
  private static let signs: [UInt8] = (0...255).map { UInt8($0) <= 0x20 ? 0x20 : UInt8($0).small }
  /// By byte as written: whether words are made of it.
  private static let words: [Bool] = (0...255).map { UInt8($0).isWord }
}

extension PlainText {
  /// Takes a text in place of the last one.
  mutating func set(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    bytes.append(addingCapacity: text.count) { room in
      PlainText.signs.withUnsafeBufferPointer { signs in
        var before: UInt8 = 0x20
        for byte in text {
          let sign = signs[Int(byte)]
          if sign == 0x20 && before == 0x20 { continue }
          room.append(sign)
          before = sign
        }
      }
    }
    findPlaces()
  }

  /// Where bytes of what is written stand in the text that was taken, which has to be the same.
  /// - Parameter places: in order.
  static func origins(of places: [Int], in text: UnsafeBufferPointer<UInt8>) -> [Int] {
    var origins: [Int] = []
    var (written, before, next) = (0, UInt8(0x20), 0)
    for (index, byte) in text.enumerated() {
      let sign = signs[Int(byte)]
      if sign == 0x20 && before == 0x20 { continue }
      while next < places.count, places[next] == written {
        origins.append(index)
        next += 1
      }
      before = sign
      written += 1
    }
    return origins
  }

  private mutating func findPlaces() {
    let last = bytes.count - TextRuns.block
    guard last >= 0 else { return }
    places.reserveCapacity(bytes.count / 4)
    bytes.withUnsafeBufferPointer { bytes in
      PlainText.words.withUnsafeBufferPointer { words in
        var stretch = 0
        var isInWord = false
        places.append(0)
        for at in 1..<max(1, bytes.count) {
          let isWord = words[Int(bytes[at])]
          if isWord && !isInWord {
            if at - stretch > TextRuns.block { addAll(stretch + 1..<min(at, last + 1)) }
            if at <= last { places.append(Int32(truncatingIfNeeded: at)) }
            stretch = at
          }
          isInWord = isWord
        }
        if bytes.count - stretch > TextRuns.block { addAll(stretch + 1..<last + 1) }
      }
    }
  }

  private mutating func addAll(_ range: Range<Int>) {
    for at in range { places.append(Int32(truncatingIfNeeded: at)) }
  }
}

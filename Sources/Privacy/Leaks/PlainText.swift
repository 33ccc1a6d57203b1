/// A text as runs are compared: small letters, and one blank for any number of signs that are not shown; with the
/// places at which it is looked into.
///
/// Looked into is each word's first byte, and every byte of a stretch in which no word begins for a block's length: so
/// of two texts with a run of two blocks in common, both are looked into at one place of it at least.
struct PlainText {
  private(set) var bytes: [UInt8] = []
  /// In order; behind each stands a whole block.
  private(set) var places: [Int32] = []

  /// By byte: what is written for it, and in the high half whether words are made of that.
  nonisolated(unsafe) private static let signs: UnsafePointer<UInt16> = {
    let signs = UnsafeMutablePointer<UInt16>.allocate(capacity: 256)
    for byte in 0...255 {
      let sign = UInt8(byte) <= 0x20 ? 0x20 : UInt8(byte).small
      signs[byte] = UInt16(sign) | (sign.isWord ? 0x100 : 0)
    }
    return UnsafePointer(signs)
  }()
}

extension PlainText {
  /// Takes a text in place of the last one.
  mutating func set(_ text: UnsafeBufferPointer<UInt8>) {
    var places: [Int32] = []
    bytes = [UInt8](unsafeUninitializedCapacity: text.count) { bytes, count in
      places = [Int32](unsafeUninitializedCapacity: text.count + 1) { places, placeCount in
        count = PlainText.write(text, bytes, places, &placeCount)
      }
    }
    self.places = places
  }

  /// Where bytes of what is written stand in the text that was taken, which has to be the same.
  /// - Parameter places: in order.
  static func origins(of places: [Int], in text: UnsafeBufferPointer<UInt8>) -> [Int] {
    var origins: [Int] = []
    var (written, before, next) = (0, UInt16(0x20), 0)
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

  /// - Returns: how many bytes are written.
  private static func write(
    _ text: UnsafeBufferPointer<UInt8>, _ bytes: UnsafeMutableBufferPointer<UInt8>,
    _ places: UnsafeMutableBufferPointer<Int32>, _ placeCount: inout Int
  ) -> Int {
    guard let target = bytes.baseAddress, let places = places.baseAddress else { return 0 }
    let signs = signs
    var (written, found, stretch) = (0, 1, 0)
    var before: UInt16 = 0x20
    places[0] = 0
    // What is written last may be written over, and places are counted only where a word begins: no branch is taken
    // that depends on where words begin.
    for byte in text {
      let sign = signs[Int(byte)]
      let isRepeated = sign == 0x20 && before == 0x20 ? 1 : 0
      let isStart = Int(sign & ~before) &>> 8 & (written > 0 ? 1 : 0)
      target[written] = UInt8(truncatingIfNeeded: sign)
      if isStart &* (written &- stretch) > TextRuns.block { add(stretch + 1..<written, places, &found) }
      places[found] = Int32(truncatingIfNeeded: written)
      found &+= isStart
      stretch = isStart == 1 ? written : stretch
      before = sign
      written &+= 1 &- isRepeated
    }
    if written - stretch > TextRuns.block { add(stretch + 1..<written, places, &found) }
    while found > 0, Int(places[found - 1]) + TextRuns.block > written { found -= 1 }
    placeCount = found
    return written
  }

  private static func add(_ range: Range<Int>, _ places: UnsafeMutablePointer<Int32>, _ found: inout Int) {
    for place in range {
      places[found] = Int32(truncatingIfNeeded: place)
      found += 1
    }
  }
}

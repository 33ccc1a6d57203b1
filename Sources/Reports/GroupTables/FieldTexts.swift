/// Texts as they stand in rows of one format, one behind another in one array that is used again.
struct FieldTexts {
  /// Where a text is.
  struct Place {
    let start: Int
    let count: Int
  }

  private(set) var bytes: [UInt8] = []
  private let isJSON: Bool

  init(_ format: GroupTables.Format) { isJSON = format == .jsonl }
}

extension FieldTexts {
  /// Adds what `fill` appends, encoded as one field.
  @inline(__always)
  mutating func add(_ fill: (inout [UInt8]) -> Void) -> Place {
    let start = bytes.count
    addElement(fill)
    return Place(start: start, count: bytes.count - start)
  }

  /// Adds a JSON array of strings; joined by `|` in CSV.
  ///
  /// - Parameter fill: appends a text.
  @inline(__always)
  mutating func add<List: Sequence>(list: List, _ fill: (List.Element, inout [UInt8]) -> Void) -> Place {
    let start = bytes.count
    if isJSON { bytes.append(Ascii.openingBracket) }
    var isFirst = true
    for element in list {
      if !isFirst { bytes.append(isJSON ? Ascii.comma : FieldTexts.bar) }
      isFirst = false
      if isJSON { addElement { fill(element, &$0) } } else { fill(element, &bytes) }
    }
    if isJSON { bytes.append(Ascii.closingBracket) } else { encode(from: start) }
    return Place(start: start, count: bytes.count - start)
  }

  /// Where the next text will be.
  var end: Int { bytes.count }

  /// Forgets the texts from a place on.
  mutating func removeAll(from start: Int) { bytes.removeLast(bytes.count - start) }

  /// To be called once all texts are there: makes the bytes behind the last one readable for `copy`.
  mutating func pad() { bytes.append(contentsOf: repeatElement(0, count: 16)) }

  /// Copies 16 bytes at a time: writes up to 15 bytes past the text.
  @inline(__always)
  func copy(_ text: Place, to place: UnsafeMutableRawPointer) {
    bytes.withUnsafeBytes { bytes in
      precondition(text.start + text.count + 16 <= bytes.count)
      guard let from = bytes.baseAddress.map({ $0 + text.start }) else { return }
      var done = 0
      repeat {
        let piece = (from + done).loadUnaligned(as: SIMD16<UInt8>.self)
        (place + done).storeBytes(of: piece, as: SIMD16<UInt8>.self)
        done &+= 16
      } while done < text.count
    }
  }
}

extension FieldTexts {
  private static let bar: UInt8 = 0x7C

  @inline(__always)
  private mutating func addElement(_ fill: (inout [UInt8]) -> Void) {
    if isJSON { bytes.append(Ascii.quote) }
    let start = bytes.count
    fill(&bytes)
    encode(from: start)
    if isJSON { bytes.append(Ascii.quote) }
  }

  /// Escapes or quotes the text from `start` on, which stands there as it is, if it has to be.
  @inline(__always)
  private mutating func encode(from start: Int) {
    if needsEncoding(from: start) { encodeSlowly(from: start) }
  }

  @inline(__always)
  private func needsEncoding(from start: Int) -> Bool {
    var found: UInt8 = 0
    if isJSON {
      for index in start..<bytes.count {
        let byte = bytes[index]
        found |= (byte < 0x20 ? 1 : 0) | (byte == Ascii.quote ? 1 : 0) | (byte == Ascii.backslash ? 1 : 0)
      }
    } else {
      for index in start..<bytes.count { found |= FieldTexts.needsQuotes(bytes[index]) ? 1 : 0 }
    }
    return found != 0
  }

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    byte == Ascii.comma || byte == Ascii.quote || byte == Ascii.lineFeed || byte == Ascii.carriageReturn
  }

  private mutating func encodeSlowly(from start: Int) {
    let text = Array(bytes[start...])
    bytes.removeLast(text.count)
    if isJSON { appendJSONEscaped(text, to: &bytes) } else { appendCSVField(text, to: &bytes) }
  }
}

/// Arrays and objects inside a record, read a second time when a page shows them. A scanner has accepted their text.
enum JSONList {
  /// The array's texts, and its integers as their digits; other elements are left out.
  static func strings(_ array: UnsafeBufferPointer<UInt8>) -> [String] {
    var found: [String] = []
    var walk = Walk(array)
    while let item = walk.next() { if let text = item.text { found.append(text) } }
    return found
  }

  /// The object's members whose values are texts or integers, in the order of the text.
  static func members(_ object: UnsafeBufferPointer<UInt8>) -> [(key: String, value: String)] {
    var found: [(key: String, value: String)] = []
    var walk = Walk(object)
    while let key = walk.next(), let value = walk.next() {
      if let key = key.text, let value = value.text { found.append((key, value)) }
    }
    return found
  }
}

extension JSONList {
  fileprivate struct Item {
    var text: String?
  }

  /// The elements between two brackets or braces, keys and values alike.
  fileprivate struct Walk {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var at = 1

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    mutating func next() -> Item? {
      while at < bytes.count - 1, [0x20, 0x09, 0x0D, 0x2C, 0x3A].contains(bytes[at]) { at += 1 }
      guard at < bytes.count - 1 else { return nil }
      let first = at
      switch bytes[at] {
      case 0x22:
        skipText()
        var text: [UInt8] = []
        JSONText.append(UnsafeBufferPointer(rebasing: bytes[first + 1..<at - 1]), to: &text)
        return Item(text: String(decoding: text, as: UTF8.self))
      case 0x5B, 0x7B:
        skipNested()
        return Item(text: nil)
      default:
        while at < bytes.count, ![0x20, 0x09, 0x0D, 0x2C, 0x5D, 0x7D].contains(bytes[at]) { at += 1 }
        let word = bytes[first..<at]
        let isInteger = word.allSatisfy { $0 == 0x2D || $0 &- 0x30 < 10 }
        return Item(text: isInteger ? String(decoding: word, as: UTF8.self) : nil)
      }
    }

    /// From a quote to behind the closing one.
    private mutating func skipText() {
      at += 1
      while at < bytes.count, bytes[at] != 0x22 { at += bytes[at] == 0x5C ? 2 : 1 }
      at += 1
    }

    private mutating func skipNested() {
      var depth = 0
      while at < bytes.count {
        switch bytes[at] {
        case 0x22:
          skipText()
          continue
        case 0x5B, 0x7B: depth += 1
        case 0x5D, 0x7D: depth -= 1
        default: break
        }
        at += 1
        if depth == 0 { return }
      }
    }
  }
}

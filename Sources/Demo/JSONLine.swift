/// One JSON object on a line, written field by field in the order given.
struct JSONLine {
  private(set) var bytes: [UInt8] = [0x7B]
  private var isFirst = true
}

extension JSONLine {
  mutating func put(_ name: String, _ value: String) {
    begin(name)
    write(value)
  }

  mutating func put(_ name: String, _ value: Bool) {
    begin(name)
    bytes += (value ? "true" : "false").utf8
  }

  mutating func put(_ name: String, _ values: [String]) {
    begin(name)
    bytes.append(0x5B)
    for (i, value) in values.enumerated() {
      if i > 0 { bytes.append(0x2C) }
      write(value)
    }
    bytes.append(0x5D)
  }

  mutating func put(_ name: String, _ object: JSONLine) {
    begin(name)
    bytes += object.bytes
    bytes.append(0x7D)
  }

  /// The whole line, with its newline.
  var line: [UInt8] { bytes + [0x7D, 0x0A] }

  private mutating func begin(_ name: String) {
    if !isFirst { bytes.append(0x2C) }
    isFirst = false
    write(name)
    bytes.append(0x3A)
  }

  private mutating func write(_ text: String) {
    bytes.append(0x22)
    for byte in text.utf8 {
      switch byte {
      case 0x22, 0x5C: bytes += [0x5C, byte]
      case 0x0A: bytes += [0x5C, 0x6E]
      case 0x09: bytes += [0x5C, 0x74]
      case 0..<0x20: bytes += "\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8
      default: bytes.append(byte)
      }
    }
    bytes.append(0x22)
  }
}

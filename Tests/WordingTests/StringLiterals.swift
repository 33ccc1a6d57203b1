/// The string literals of a Swift file, comments left out. An interpolation becomes `*`; literals inside it are listed
/// too.
struct StringLiterals {
  private(set) var literals: [String] = []
  private let source: [UInt8]
  private var index = 0

  init(_ source: some Sequence<UInt8>) {
    self.source = Array(source)
    readCode(until: nil)
  }
}

extension StringLiterals {
  private mutating func readCode(until end: UInt8?) {
    var depth = 0
    while index < source.count {
      let byte = source[index]
      if byte == UInt8(ascii: "\""), take("\"\"\"") {
        readText(until: "\"\"\"")
      } else if byte == UInt8(ascii: "\"") {
        index += 1
        readText(until: "\"")
      } else if byte == UInt8(ascii: "/"), take("//") {
        index = source[index...].firstIndex(of: UInt8(ascii: "\n")) ?? source.count
      } else {
        index += 1
        if byte == end, depth == 0 { return }
        depth += byte == UInt8(ascii: "(") ? 1 : byte == UInt8(ascii: ")") ? -1 : 0
      }
    }
  }

  private mutating func readText(until end: StaticString) {
    var text: [UInt8] = []
    while index < source.count, !take(end) {
      if take("\\(") {
        readCode(until: UInt8(ascii: ")"))
        text.append(UInt8(ascii: "*"))
      } else {
        if source[index] == UInt8(ascii: "\\") { index += 1 }
        if index < source.count { text.append(source[index]) }
        index += 1
      }
    }
    literals.append(String(decoding: text, as: UTF8.self))
  }

  /// Steps over some characters if they are next.
  private mutating func take(_ text: StaticString) -> Bool {
    let end = index + text.utf8CodeUnitCount
    guard end <= source.count else { return false }
    for offset in 0..<text.utf8CodeUnitCount where source[index + offset] != text.utf8Start[offset] { return false }
    index = end
    return true
  }
}

/// Style sheets as they are published: without comments and the blanks that lines begin with, which are for those who
/// write them.
enum PackedStyles {
  static func pack(_ sheet: [UInt8]) -> [UInt8] {
    var packed: [UInt8] = []
    packed.reserveCapacity(sheet.count)
    var index = 0
    while index < sheet.count {
      let byte = sheet[index]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        let end = endOfText(sheet, from: index)
        packed += sheet[index..<end]
        index = end
      } else if byte == UInt8(ascii: "/"), sheet[index...].starts(with: [0x2F, 0x2A]) {
        index = endOfComment(sheet, from: index + 2)
      } else {
        let isBlank = byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n")
        if !isBlank || (packed.last ?? UInt8(ascii: "\n")) != UInt8(ascii: "\n") { packed.append(byte) }
        index += 1
      }
    }
    return packed
  }

  /// Behind the quote that closes the text, or at the end of the sheet.
  private static func endOfText(_ sheet: [UInt8], from start: Int) -> Int {
    var index = start + 1
    while index < sheet.count, sheet[index] != sheet[start] {
      index += sheet[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(index + 1, sheet.count)
  }

  private static func endOfComment(_ sheet: [UInt8], from start: Int) -> Int {
    var index = start
    while index + 1 < sheet.count, sheet[index] != UInt8(ascii: "*") || sheet[index + 1] != UInt8(ascii: "/") {
      index += 1
    }
    return min(index + 2, sheet.count)
  }
}

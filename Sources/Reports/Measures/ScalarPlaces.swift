import Diagnostics

/// Where the characters of a YAML value stand in its file: of a plain or quoted value, and of a block after `|` or `>`.
/// Blanks are left out of the account, because YAML folds them; everything else stands in the file as in the value.
struct ScalarPlaces {
  let path: String
  private let file: [UInt8]
  private let start: Int
  private let quote: UInt8?

  /// - Parameters:
  ///   - value: where the value begins.
  ///   - text: the file's whole text.
  init(_ value: Place, in text: String) {
    path = value.path
    file = Array(text.utf8)
    let first = ScalarPlaces.offset(of: value, in: file)
    let mark = file.indices.contains(first) ? file[first] : 0
    quote = mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'") ? mark : nil
    let isBlock = mark == UInt8(ascii: "|") || mark == UInt8(ascii: ">")
    start =
      isBlock ? (file[first...].firstIndex(of: 0x0A) ?? file.count - 1) + 1 : quote == nil ? first : first + 1
  }
}

extension ScalarPlaces {
  /// The place of a byte of the value.
  func place(_ offset: Int, of value: String) -> Place {
    let bytes = Array(value.utf8)
    let skipped = bytes.prefix(max(0, offset)).count { !ScalarPlaces.isBlank($0) }
    let isAtEnd = bytes.dropFirst(max(0, offset)).allSatisfy(ScalarPlaces.isBlank)
    return Place(path: path, source: file, offset: position(after: skipped, isAtEnd: isAtEnd))
  }

  /// - Parameter isAtEnd: then the place right behind the last character, not the next one's.
  private func position(after count: Int, isAtEnd: Bool) -> Int {
    var position = start
    var rest = count
    while position < file.count {
      if ScalarPlaces.isBlank(file[position]) {
        if isAtEnd && rest == 0 && count > 0 { break }
        position += 1
        continue
      }
      if rest == 0 { break }
      position += width(at: position)
      rest -= 1
    }
    return min(position, file.count)
  }

  /// How many bytes of the file are one of the value: two of an escape.
  private func width(at position: Int) -> Int {
    switch (quote, file[position]) {
    case (UInt8(ascii: "\""), UInt8(ascii: "\\")), (UInt8(ascii: "'"), UInt8(ascii: "'")): 2
    default: 1
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  /// Columns are counted in scalars.
  private static func offset(of place: Place, in file: [UInt8]) -> Int {
    var position = 0
    for _ in 1..<max(1, place.line ?? 1) {
      guard let end = file[position...].firstIndex(of: 0x0A) else { return file.count }
      position = end + 1
    }
    var column = 1
    while column < place.column ?? 1, position < file.count, file[position] != 0x0A {
      position += 1
      while position < file.count, file[position] & 0xC0 == 0x80 { position += 1 }
      column += 1
    }
    return position
  }
}

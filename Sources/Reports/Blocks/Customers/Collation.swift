/// An order of names that is the same on every machine: letters without their accents and in lower case, then the
/// name's own bytes.
struct Collation: Sendable, Comparable {
  private let folded: [UInt8]
  private let name: [UInt8]

  init(_ name: String) {
    self.name = Array(name.utf8)
    folded = Collation.folded(name)
  }

  static func < (a: Collation, b: Collation) -> Bool {
    if a.folded != b.folded { return a.folded.lexicographicallyPrecedes(b.folded) }
    return a.name.lexicographicallyPrecedes(b.name)
  }
}

extension Collation {
  /// The letters without accents and in lower case, by which names are compared first.
  static func folded(_ name: String) -> [UInt8] {
    name.utf8.allSatisfy { $0 < 0x80 } ? lowered(name) : unaccented(name)
  }

  private static func lowered(_ name: String) -> [UInt8] {
    trimmed(name.utf8.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 })
  }

  private static func unaccented(_ name: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for scalar in name.unicodeScalars where scalar.properties.canonicalCombiningClass == .notReordered {
      if let letter = baseLetter(scalar) {
        bytes.append(letter)
      } else {
        bytes.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
      }
    }
    return trimmed(bytes)
  }

  private static func trimmed(_ bytes: [UInt8]) -> [UInt8] { Array(bytes.drop { $0 == 0x20 }) }

  /// `e` for `é` and `È`, `o` for `ø`: by the character's own name, `LATIN SMALL LETTER E WITH ACUTE`.
  private static func baseLetter(_ scalar: Unicode.Scalar) -> UInt8? {
    guard scalar.value > 0xBF, scalar.value < 0x2000, let name = scalar.properties.name, name.hasPrefix("LATIN ") else {
      return nil
    }
    let words = name.split(separator: " ")
    guard words.count > 4, words[2] == "LETTER", words[4] == "WITH", words[3].utf8.count == 1 else { return nil }
    return words[3].utf8.first.map { $0 + 0x20 }
  }
}

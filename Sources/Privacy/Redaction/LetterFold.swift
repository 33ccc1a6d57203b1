/// Letters without their case and accents: `É`, `é` and `e` are one.
///
/// By the canonical decompositions of Unicode 16 for Latin and Greek letters, and by the usual writing without accents
/// for those that have none (`ß`, `ø`, `ł`, `đ`, `æ`); other scripts lose their case only.
struct LetterFold: Sendable {
  enum Folded {
    /// A mark on the letter before: it is passed over.
    case nothing
    case letter(UInt32)
    case letters(UInt32, UInt32)
    /// No letter, digit or mark.
    case none
  }

  static let shared = LetterFold()
  /// Of scalars below `limit`: the folded letter, or two in the halves; 0 for none, 1 for nothing.
  private let table: [UInt32]
  /// Up to the signs and marks of the East: what stands in texts between words is among them.
  private static let limit: UInt32 = 0x3100

  private static let known: [(Unicode.Scalar, String)] = [
    ("a", "àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặª"), ("b", "ḃḅḇƀɓ"), ("c", "çćĉċčḉƈ"), ("d", "ďđḋḍḏḑḓɖɗð"),
    ("e", "èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệǝə"), ("f", "ḟƒ"), ("g", "ĝğġģǧǵḡǥɠ"), ("h", "ĥħȟḣḥḧḩḫẖ"),
    ("i", "ìíîïĩīĭįıǐȉȋḭḯỉịɨ"), ("j", "ĵǰɉ"), ("k", "ķǩḱḳḵƙĸ"), ("l", "ĺļľŀłḷḹḻḽƚ"), ("m", "ḿṁṃ"),
    ("n", "ñńņňŉǹṅṇṉṋŋɲ"), ("o", "òóôõöøōŏőơǒǫǭǿȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợɵº"), ("p", "ṕṗƥ"), ("r", "ŕŗřȑȓṙṛṝṟ"),
    ("s", "śŝşšșṡṣṥṧṩſ"), ("t", "ţťŧțṫṭṯṱẗ"), ("u", "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự"), ("v", "ṽṿ"), ("w", "ŵẁẃẅẇẉẘ"),
    ("x", "ẋẍ"), ("y", "ýÿŷȳẏỳỵỷỹẙƴ"), ("z", "źżžẑẓẕƶ"), ("α", "ἀἁὰάά"), ("ε", "έέ"), ("η", "ήή"), ("ι", "ίϊΐί"),
    ("ο", "όό"), ("υ", "ύϋΰύ"), ("ω", "ώώ"), ("σ", "ς"), ("е", "ёѐ"), ("и", "йѝ"), ("і", "ї"),
  ]
  private static let pairs: [(String, String)] = [
    ("ss", "ß"), ("ae", "æǽǣ"), ("oe", "œ"), ("th", "þ"), ("ij", "ĳ"),
  ]

  init() {
    var table = (0..<LetterFold.limit).map { LetterFold.plain($0) }
    for (letter, accented) in LetterFold.known {
      for scalar in accented.unicodeScalars { table[Int(scalar.value)] = letter.value }
    }
    for (letters, joined) in LetterFold.pairs {
      let both = letters.unicodeScalars.map(\.value)
      for scalar in joined.unicodeScalars { table[Int(scalar.value)] = both[0] << 16 | both[1] }
    }
    for capital in 0x80..<Int(LetterFold.limit) {
      let small = LetterFold.small(UInt32(capital))
      if small != capital, small < LetterFold.limit { table[capital] = table[Int(small)] }
    }
    self.table = table
  }
}

extension LetterFold {
  @inline(__always)
  func fold(_ scalar: UInt32) -> Folded {
    guard scalar < LetterFold.limit else { return LetterFold.folded(LetterFold.plain(scalar)) }
    return LetterFold.folded(table[Int(scalar)])
  }

  @inline(__always)
  private static func folded(_ entry: UInt32) -> Folded {
    switch entry {
    case 0: .none
    case 1: .nothing
    case 0x110000...: .letters(entry >> 16, entry & 0xFFFF)
    default: .letter(entry)
    }
  }

  /// The scalar in small letters.
  private static func plain(_ value: UInt32) -> UInt32 {
    guard let scalar = Unicode.Scalar(value) else { return 0 }
    if isMark(scalar) { return 1 }
    guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else { return 0 }
    return small(value)
  }

  private static func small(_ value: UInt32) -> UInt32 {
    Unicode.Scalar(value)?.properties.lowercaseMapping.unicodeScalars.first?.value ?? value
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: true
    default: scalar.value == 0x200D || scalar.value == 0xAD
    }
  }
}

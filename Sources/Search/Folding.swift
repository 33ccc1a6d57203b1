/// Turns letters into what search compares: lower case, without accents, ligatures taken apart, full-width forms as
/// plain ones. `assets/search.js` does the same to what a reader types.
///
/// Other scripts keep their marks: only those that Latin, Greek and Cyrillic letters carry are dropped.
struct Folding: Sendable {
  /// What a scalar is in a text.
  enum Class: UInt8 {
    case separator, letter
    /// Dropped: a mark of Latin, Greek or Cyrillic letters, or a selector of variants.
    case nothing
    /// Of a script that writes no spaces.
    case ideograph
  }

  /// Below `direct`: the class, and where the folded bytes stand.
  private var classes: [Class] = []
  private var places: [UInt32] = []
  private var bytes: [UInt8] = []

  private static let direct: UInt32 = 0x3400

  static let shared = Folding()

  private init() {
    let table = Folding.table()
    for code in 0..<Folding.direct {
      guard let scalar = Unicode.Scalar(code) else { continue }
      let folded = Folding.folded(scalar, table)
      let start = UInt32(bytes.count)
      bytes.append(contentsOf: folded.utf8)
      places.append(start << 8 | (UInt32(bytes.count) - start))
      classes.append(Folding.kind(scalar, folded))
    }
  }
}

extension Folding {
  func kind(of scalar: Unicode.Scalar) -> Class {
    if scalar.value < Folding.direct { return classes[Int(scalar.value)] }
    return Folding.kind(scalar, Folding.folded(scalar, [:]))
  }

  /// Appends the folded letters of a scalar in UTF-8.
  @inline(__always)
  func append(_ scalar: Unicode.Scalar, to text: inout [UInt8]) {
    guard scalar.value < Folding.direct else {
      text.append(contentsOf: Folding.folded(scalar, [:]).utf8)
      return
    }
    let place = places[Int(scalar.value)]
    let start = Int(place >> 8)
    text.append(contentsOf: bytes[start..<start + Int(place & 0xFF)])
  }
}

extension Folding {
  private static func table() -> [Unicode.Scalar: String] {
    var table: [Unicode.Scalar: String] = [:]
    for line in FoldTable.lines.split(separator: "\n") {
      let parts = line.split(separator: " ")
      guard parts.count == 2 else { continue }
      for scalar in parts[1].unicodeScalars { table[scalar] = String(parts[0]) }
    }
    return table
  }

  private static func folded(_ scalar: Unicode.Scalar, _ table: [Unicode.Scalar: String]) -> String {
    if scalar.isDropped { return "" }
    if let plain = scalar.plainForm { return plain }
    if let folded = table[scalar] { return folded }
    let lower = scalar.properties.lowercaseMapping
    guard let first = lower.unicodeScalars.first, lower.unicodeScalars.count == 1 else { return lower }
    return table[first] ?? lower
  }

  private static func kind(_ scalar: Unicode.Scalar, _ folded: String) -> Class {
    if scalar.isDropped { return .nothing }
    if scalar.isIdeograph { return .ideograph }
    return folded.unicodeScalars.first?.isWordPart ?? false ? .letter : .separator
  }
}

extension Unicode.Scalar {
  var isDropped: Bool {
    switch value {
    case 0x300...0x36F, 0xFE00...0xFE0F, 0xE0100...0xE01EF: true
    default: false
    }
  }

  /// Han, Hiragana and Katakana.
  var isIdeograph: Bool {
    switch value {
    case 0x3005, 0x3007, 0x3021...0x3029, 0x3038...0x303B, 0x3041...0x3096, 0x3099...0x309A, 0x309D...0x309F,
      0x30A1...0x30FA, 0x30FC...0x30FF, 0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAD9,
      0xFF66...0xFF6F, 0xFF71...0xFF9D, 0x20000...0x3FFFF:
      true
    default: false
    }
  }

  /// A letter, a mark or a number.
  var isWordPart: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
      true
    default: false
    }
  }

  /// Of full-width forms and Latin ligatures.
  fileprivate var plainForm: String? {
    switch value {
    case 0xFF01...0xFF5E: Unicode.Scalar(value - 0xFEE0)?.properties.lowercaseMapping
    case 0xFB00...0xFB06: ["ff", "fi", "fl", "ffi", "ffl", "st", "st"][Int(value) - 0xFB00]
    default: nil
    }
  }
}

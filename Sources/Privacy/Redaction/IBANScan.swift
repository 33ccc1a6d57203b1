/// Finds international bank account numbers (ISO 13616): country, two check digits, and as many signs as the country's
/// numbers have, in groups or not; the whole must leave 1 when divided by 97.
struct IBANScan {
  /// Country and length, from the registry that SWIFT keeps (https://www.swift.com/standards/data-standards/iban).
  private static let registry = """
    AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 \
    FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 \
    LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 \
    RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30
    """
  /// By the two letters as a number to the base of 26; 0 for no country of the registry.
  private let lengths: [UInt8]

  init() {
    var lengths = [UInt8](repeating: 0, count: 26 * 26)
    for entry in IBANScan.registry.split(separator: " ") {
      let signs = Array(entry.utf8)
      lengths[(signs[0].base36 - 10) * 26 + signs[1].base36 - 10] = UInt8(signs[2].digit * 10 + signs[3].digit)
    }
    self.lengths = lengths
  }
}

extension IBANScan {
  /// The end of the number that begins at a word's start, if one does.
  func end(_ text: TextBytes, from start: Int) -> Int? {
    guard text[start].isLetter, text[start + 1].isLetter, text.isDigit(start + 2), text.isDigit(start + 3) else {
      return nil
    }
    let length = Int(lengths[(text[start].base36 - 10) * 26 + text[start + 1].base36 - 10])
    guard length > 0 else { return nil }
    var at = start + 4
    var rest = 0
    for _ in 4..<length {
      if text[at] == 0x20 || text[at] == UInt8(ascii: "-") { at += 1 }
      guard text[at].isLetter || text[at].isDigit else { return nil }
      rest = IBANScan.rest(rest, text[at])
      at += 1
    }
    for first in start..<start + 4 { rest = IBANScan.rest(rest, text[first]) }
    return rest == 1 && !text.isWord(at) ? at : nil
  }

  private static func rest(_ rest: Int, _ sign: UInt8) -> Int {
    (rest * (sign.isDigit ? 10 : 100) + sign.base36) % 97
  }
}

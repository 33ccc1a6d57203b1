/// A name that tells one from another and nothing more: `K7F3-9QX2-M4TB`.
///
/// Twelve letters and digits, five bits each, of those that are not mistaken for one another (D. Crockford's base 32,
/// https://www.crockford.com/base32.html).
struct Pseudonym: CustomStringConvertible {
  private static let signs = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".unicodeScalars)
  /// Sixty bits.
  let bits: UInt64

  var description: String {
    var text = String.UnicodeScalarView()
    for place in 0..<12 {
      if place == 4 || place == 8 { text.append("-") }
      text.append(Pseudonym.signs[Int(bits >> UInt64(55 - place * 5)) & 31])
    }
    return String(text)
  }
}

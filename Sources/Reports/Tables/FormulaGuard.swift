/// Keeps spreadsheets from running text that people wrote: a text that one might read as a formula gets an apostrophe
/// in front, which marks it as text.
///
/// Source: OWASP, "CSV Injection" (cells beginning with `= + - @`, tab or carriage return, and their full-width forms).
enum FormulaGuard {
  /// The text, with an apostrophe if its first character that shows is one of those, or a tab or carriage return
  /// comes before it.
  static func text(_ text: String) -> String { isDangerous(text) ? "'" + text : text }

  /// Whether the first byte tells that no apostrophe is needed: a letter or digit of ASCII, or no byte at all.
  static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = text.first else { return true }
    return switch first {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }

  private static func isDangerous(_ text: String) -> Bool {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x3D, 0x2B, 0x2D, 0x40, 0xFF1D, 0xFF0B, 0xFF0D, 0xFF20, 0x09, 0x0D: return true
      default: if !isInvisible(scalar) { return false }
      }
    }
    return false
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    return properties.isWhitespace || properties.generalCategory == .control || properties.generalCategory == .format
  }
}

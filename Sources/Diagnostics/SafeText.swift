/// Text from a file may not steer the terminal: no escape sequences, no reversed direction of writing, no line that
/// looks like a diagnostic of its own.
extension Character {
  /// The character, or a space in place of one that is a control.
  var safeInLine: String { unicodeScalars.contains(where: \.isControl) ? " " : String(self) }
}

extension String {
  /// The text with its further lines indented and its controls shown as U+FFFD.
  public var safeInTerminal: String {
    guard unicodeScalars.contains(where: \.isControl) else { return self }
    var safe = ""
    for scalar in unicodeScalars {
      if scalar == "\n" {
        safe += "\n  "
      } else {
        safe.unicodeScalars.append(scalar.isControl ? "\u{FFFD}" : scalar)
      }
    }
    return safe
  }
}

extension Unicode.Scalar {
  /// A control character, a separator of lines or one of those that set the direction of writing.
  fileprivate var isControl: Bool {
    switch value {
    case 0..<0x20, 0x7F...0x9F, 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}

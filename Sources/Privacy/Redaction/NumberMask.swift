/// A site's own form of a number, `ORD-######`: `#` is a digit, `@` a letter, `?` either; a sign with `*` behind it is
/// there once or more often; any other sign is itself, capitals like small letters.
public struct NumberMask: Sendable, Equatable {
  struct Sign: Sendable, Equatable {
    var byte: UInt8
    var repeats: Bool
  }

  /// As the author wrote it.
  public let pattern: String
  let signs: [Sign]

  /// Nothing unless the pattern begins with a letter or digit, or a place for one, and holds three signs or more.
  public init?(_ pattern: String) {
    var signs: [Sign] = []
    for byte in pattern.utf8 {
      if byte == UInt8(ascii: "*") {
        guard !signs.isEmpty else { return nil }
        signs[signs.count - 1].repeats = true
      } else {
        signs.append(Sign(byte: byte.small, repeats: false))
      }
    }
    guard signs.count > 2, let first = signs.first, NumberMask.mayBegin(first.byte) else { return nil }
    self.pattern = pattern
    self.signs = signs
  }
}

extension NumberMask {
  /// The end of the number that begins at a word's start, if one does and no word goes on behind it.
  func end(_ text: TextBytes, from start: Int) -> Int? {
    var at = start
    for sign in signs {
      guard fits(sign.byte, text[at]) else { return nil }
      at += 1
      if sign.repeats { at = text.end(from: at) { fits(sign.byte, $0) } }
    }
    return text.isWord(at) ? nil : at
  }

  func mayBegin(with byte: UInt8) -> Bool { fits(signs[0].byte, byte) }

  private func fits(_ sign: UInt8, _ byte: UInt8) -> Bool {
    switch sign {
    case UInt8(ascii: "#"): byte.isDigit
    case UInt8(ascii: "@"): byte.isLetter
    case UInt8(ascii: "?"): byte.isLetter || byte.isDigit
    default: byte.small == sign && byte != 0
    }
  }

  private static func mayBegin(_ byte: UInt8) -> Bool {
    byte.isWord || byte == UInt8(ascii: "#") || byte == UInt8(ascii: "@") || byte == UInt8(ascii: "?")
  }
}

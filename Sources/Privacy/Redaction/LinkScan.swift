/// Finds addresses of the web that let in whoever has them: with a user and password (RFC 3986, 3.2.1), or with a
/// token, key or code in path, query or fragment.
enum LinkScan {
  /// The whole address around `://` or, without a scheme, around the first `/` or `?` behind a host; nothing where
  /// nothing in it is secret.
  static func link(_ text: TextBytes, host: Int, start: Int) -> Range<Int>? {
    let end = end(text, from: host)
    let authorityEnd = text.end(from: host) { !isAuthorityEnd($0) }
    let authority = host..<min(authorityEnd, end)
    guard hasUser(text, authority) || hasToken(text, authority.upperBound..<end) else { return nil }
    return start..<end
  }

  /// Where the scheme begins that ends at a colon.
  static func schemeStart(_ text: TextBytes, colon: Int) -> Int {
    text.start(before: colon) { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }
  }

  /// Where a host without scheme begins that ends before a stroke: labels, a dot among them.
  static func hostStart(_ text: TextBytes, stroke: Int) -> Int? {
    let start = text.start(before: stroke) { $0.isWord || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
    guard stroke - start > 3, text[stroke - 1].isLetter, text[start - 1] != UInt8(ascii: "/") else { return nil }
    return (start..<stroke).contains { text[$0] == UInt8(ascii: ".") } ? start : nil
  }
}

extension LinkScan {
  private static func isAuthorityEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") || isEnd(byte)
  }

  private static func isEnd(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
      || byte == UInt8(ascii: "`") || byte == UInt8(ascii: "|")
  }

  /// To the blank, without the full stop, comma or bracket that ends the sentence around it.
  private static func end(_ text: TextBytes, from start: Int) -> Int {
    var end = text.end(from: start) { !isEnd($0) }
    while end > start, isClosing(text[end - 1]) || text[end - 1] >= 0x80 && !text.isWord(end - 1) { end -= 1 }
    return end
  }

  private static func isClosing(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"),
      UInt8(ascii: "?"), UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "'"):
      true
    default: false
    }
  }

  private static func hasUser(_ text: TextBytes, _ authority: Range<Int>) -> Bool {
    guard let sign = authority.last(where: { text[$0] == UInt8(ascii: "@") }) else { return false }
    return sign > authority.lowerBound
  }

  /// Runs of letters, digits, `-`, `_` and `.` in path, query and fragment: one that is named as a secret, or looks as
  /// if no person had chosen it.
  private static func hasToken(_ text: TextBytes, _ range: Range<Int>) -> Bool {
    var at = range.lowerBound
    while at < range.upperBound {
      let end = min(text.end(from: at, where: isValue), range.upperBound)
      if end > at {
        let isNamed = text[at - 1] == UInt8(ascii: "=") && isSecret(text, nameBefore: at - 1)
        if isNamed || looksRandom(text, at..<end) || looksScrambled(text, at..<end) { return true }
      }
      at = end + 1
    }
    return false
  }

  private static func isValue(_ byte: UInt8) -> Bool {
    byte.isWord || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: "~") || byte == UInt8(ascii: "%")
  }

  private static let secrets: [StaticString] = [
    "token", "key", "secret", "password", "passwd", "pwd", "pass", "auth", "sig", "signature", "session", "sessionid",
    "sid", "code", "otp", "jwt", "credential", "ticket", "hash", "nonce", "state", "invite", "magic",
  ]

  /// Whether the name before an equals sign is one of those, or ends in one behind `_` or `-`, or runs together with
  /// one as `accessToken` does.
  private static func isSecret(_ text: TextBytes, nameBefore equals: Int) -> Bool {
    let start = text.start(before: equals) { $0.isWord || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") }
    return secrets.contains { secret in
      let from = equals - secret.utf8CodeUnitCount
      guard from >= start, text.begins(from, secret) else { return false }
      return from == start || !text[from - 1].isWord || text[from] &- 0x41 < 26
    }
  }

  /// Sixteen signs or more that no word is made of: capitals in its middle or digits, and six letters in a row without
  /// a vowel, or capitals that come and go, with two in a row or with digits one by one among the letters.
  private static func looksScrambled(_ text: TextBytes, _ run: Range<Int>) -> Bool {
    guard run.count >= 16 else { return false }
    var (isMixed, turns, pairs, digits, consonants, most) = (false, 0, 0, 0, 0, 0)
    for at in run {
      let (byte, before) = (text[at], at > run.lowerBound ? text[at - 1] : 0)
      let isCapital = byte &- 0x41 < 26
      isMixed = isMixed || at > run.lowerBound && isCapital || byte.isDigit
      if byte.isLetter && before.isLetter {
        let wasCapital = before &- 0x41 < 26
        if isCapital != wasCapital { turns += 1 } else if isCapital { pairs += 1 }
      }
      if byte.isDigit, !before.isDigit, !(at + 1 < run.upperBound && text[at + 1].isDigit) { digits += 1 }
      consonants = byte.isLetter && !isVowel(byte) ? consonants + 1 : 0
      most = max(most, consonants)
    }
    return isMixed && (most >= 6 || turns >= 6 && pairs >= 2 || turns >= 4 && digits >= 2)
  }

  private static func isVowel(_ letter: UInt8) -> Bool { "aeiou".utf8.contains(letter.small) }

  /// Sixteen signs or more, of letters and digits mixed.
  private static func looksRandom(_ text: TextBytes, _ run: Range<Int>) -> Bool {
    guard run.count >= 16 else { return false }
    var (letters, digits, turns, wasDigit) = (0, 0, 0, false)
    for at in run {
      let isDigit = text.isDigit(at)
      if isDigit { digits += 1 } else if text[at].isLetter { letters += 1 }
      if at > run.lowerBound, isDigit != wasDigit { turns += 1 }
      wasDigit = isDigit
    }
    return letters >= 4 && digits >= 3 && turns >= 4
  }
}

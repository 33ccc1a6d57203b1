/// Finds mail addresses (the forms of RFC 5322 that are in use, also with letters beyond ASCII) and addresses of
/// machines by IPv6 (RFC 4291).
enum AddressScan {
  /// The mail address around an `@`: its local part behind it, its host ahead.
  static func mail(_ text: TextBytes, at sign: Int) -> Range<Int>? {
    var start = text.start(before: sign) { $0.isWord || isLocalSign($0) }
    while start < sign, text[start] == UInt8(ascii: ".") || text[start] == UInt8(ascii: "'") { start += 1 }
    while start < sign, text[start] >= 0x80, !text.isWord(start) { start += 1 }
    guard start < sign, text[sign - 1] != UInt8(ascii: ".") else { return nil }
    return hostEnd(text, from: sign + 1).map { start..<$0 }
  }

  /// Labels joined by dots, the last of two letters or more.
  private static func hostEnd(_ text: TextBytes, from start: Int) -> Int? {
    var end: Int?
    var at = start
    while text.isWord(at) {
      let label = at
      while text.isWord(at) || text[at] == UInt8(ascii: "-") { at += 1 }
      if label > start, at - label >= 2, !text.isDigit(label) { end = at }
      guard text[at] == UInt8(ascii: ".") else { break }
      at += 1
    }
    return end
  }

  private static func isLocalSign(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "%"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "'"), UInt8(ascii: "&"), UInt8(ascii: "~"), UInt8(ascii: "#"), UInt8(ascii: "!"):
      true
    default: false
    }
  }
}

extension AddressScan {
  /// The end of the IPv6 address that begins here, if one does: eight groups, or fewer with one `::`.
  static func ipv6End(_ text: TextBytes, from start: Int) -> Int? {
    var at = start
    var groups = 0
    var folds = 0
    while at - start < 45 {
      let end = text.end(from: at) { $0.isHex }
      if text[end] == UInt8(ascii: "."), groups + folds > 0, let last = ipv4End(text, from: at) {
        (at, groups) = (last, groups + 2)
        break
      }
      guard end - at <= 4 else { return nil }
      if end > at { groups += 1 }
      at = end
      guard text[at] == UInt8(ascii: ":") else { break }
      if text[at + 1] == UInt8(ascii: ":") {
        folds += 1
        at += 2
      } else if text[at + 1].isHex {
        at += 1
      } else {
        break
      }
    }
    guard groups == 8 && folds == 0 || folds == 1 && 1...7 ~= groups, !text.isWord(at) else { return nil }
    return at
  }

  private static func ipv4End(_ text: TextBytes, from start: Int) -> Int? {
    var shape = NumberShape()
    shape.read(text, from: start)
    while shape.groups.count > 4 { shape.dropLast() }
    return shape.isIPv4(text) ? shape.end : nil
  }
}

import Wording

/// Addresses that data may name: pages of this site, and https. Everything else is plain text.
enum SafeAddress {
  /// - Parameter pages: the site's pages; what a customer wrote may look like the address of one that is not there.
  /// - Returns: as seen from the page; nil for what is no safe address.
  static func href(_ text: String, links: Links, pages: Set<String>, timelines: Bool = true) -> String? {
    if isSecure(text) { return text }
    guard isOurs(text), timelines && text.hasPrefix("timelines/") || pages.contains(text) else { return nil }
    return links.address(text)
  }

  /// `timelines/ab/abc.html#s-abc`: folders, a page, an anchor; no folder above, no host.
  static func isOurs(_ text: String) -> Bool {
    let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts[0].hasSuffix(".html"), parts.count < 2 || parts[1].utf8.allSatisfy(isName) else { return false }
    return parts[0].split(separator: "/", omittingEmptySubsequences: false).allSatisfy { part in
      !part.isEmpty && !part.hasPrefix(".") && part.utf8.allSatisfy { isName($0) || $0 == UInt8(ascii: ".") }
    }
  }

  static func isSecure(_ text: String) -> Bool {
    guard text.hasPrefix("https://"), let first = text.utf8.dropFirst(8).first, isName(first) else { return false }
    let host = text.utf8.dropFirst(8).prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
    return text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\"'<>\\^`{}|".utf8.contains($0) }
      && host.allSatisfy { isName($0) || ".:#".utf8.contains($0) }
  }

  /// A value for a part of an address (RFC 3986, 2.1): everything but letters, digits and `- . _ ~` as `%XX`.
  static func encoded(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if isName(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "~") {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isName(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }
}

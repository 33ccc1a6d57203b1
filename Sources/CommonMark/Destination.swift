/// Where a link or an image leads, as CommonMark gives it: entities and escapes are undone.
struct Destination {
  let text: String

  init(_ text: String) { self.text = text }
}

extension Destination {
  /// The scheme in lower case, as RFC 3986, section 3.1, defines it; nil for a relative reference.
  var scheme: String? {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let scheme = text[..<colon]
    guard let first = scheme.utf8.first, isLetter(first), scheme.utf8.allSatisfy(isSchemeByte) else { return nil }
    return scheme.lowercased()
  }

  /// Whether following it leaves the site: it has a scheme or names a host.
  var isRemote: Bool { scheme != nil || text.hasPrefix("//") }

  /// Whether a page of ours may link there: within the site, to the web, to an address or to a telephone.
  var isLinkable: Bool { scheme.map { ["http", "https", "mailto", "tel"].contains($0) } ?? true }

  /// Whether a message may link there: to the web or to an address, both written out in full.
  var isLinkableFromMessage: Bool {
    switch scheme {
    case "http": text.utf8.count > 7 && text.dropFirst(5).hasPrefix("//")
    case "https": text.utf8.count > 8 && text.dropFirst(6).hasPrefix("//")
    case "mailto": text.utf8.count > 7
    default: false
    }
  }

  /// Appends it as the value of a quoted attribute. What RFC 3986 does not allow in a reference is percent-encoded, so
  /// no space, control character, quote or backslash is left.
  func append(to output: inout [UInt8]) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): output.append("&amp;")
      case UInt8(ascii: "'"): output.append("&#39;")
      case _ where isReferenceByte(byte): output.append(byte)
      default: output += [UInt8(ascii: "%"), hexDigit(byte >> 4), hexDigit(byte & 15)]
      }
    }
  }
}

private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

private func isSchemeByte(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) || "+-.".utf8.contains(byte) }

private func isReferenceByte(_ byte: UInt8) -> Bool {
  isLetter(byte) || isDigit(byte) || "-._~!$()*+,;=:@/?#%".utf8.contains(byte)
}

private func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }

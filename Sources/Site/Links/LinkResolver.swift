import HTML

/// Tells what the links of a page point at, as a browser does that opens the page's file.
struct LinkResolver {
  private let page: String
  private let folders: [Substring]
  /// From the page to the site's root: `../../`.
  private let root: String

  /// - Parameter page: the page's address below the site's root.
  init(page: String) {
    self.page = page
    folders = page.split(separator: "/").dropLast()
    root = String(repeating: "../", count: folders.count)
  }
}

extension LinkResolver {
  /// The address below the site's root, with `#id` behind it where the link names one: `../faq.html#x` on
  /// `timelines/ab/…` is `timelines/faq.html#x`; a folder is its `index.html`. A link that leaves the site keeps its
  /// `..`, one from the server's root its `/`: neither is an address of the site.
  /// - Parameter link: as it stands in the page, escaped.
  /// - Returns: nil for a link with a scheme or without any text.
  func target(_ link: String) -> String? {
    if let plain = plainTarget(link) { return plain }
    if link.isEmpty || hasScheme(link) { return nil }
    let link = link.readingEntities
    let path = link.prefix { $0 != "#" && $0 != "?" }
    let fragment = link.firstIndex(of: "#").map { String(link[$0...]).decodingPercent } ?? ""
    if path.isEmpty { return page + fragment }
    return (path.hasPrefix("/") ? String(path) : resolve(String(path).decodingPercent)) + fragment
  }

  /// The common case, a link that climbs to the root and names a page there: nothing in it is escaped, encoded or a step
  /// of its own.
  private func plainTarget(_ link: String) -> String? {
    let climb = folders.count * 3
    let bytes = link.utf8
    guard climb > 0, bytes.count > climb, bytes.starts(with: root.utf8) else { return nil }
    let rest = bytes.dropFirst(climb)
    var isStart = true
    for byte in rest {
      switch byte {
      case UInt8(ascii: "&"), UInt8(ascii: "%"), UInt8(ascii: "?"), UInt8(ascii: ":"): return nil
      case UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "#"): if isStart { return nil }
      default: break
      }
      isStart = byte == UInt8(ascii: "/")
    }
    return isStart ? nil : String(Substring(rest))
  }

  private func resolve(_ path: String) -> String {
    var parts = folders
    let steps = path.split(separator: "/", omittingEmptySubsequences: false)
    for step in steps where step != "." && !step.isEmpty {
      if step == "..", let last = parts.last, last != ".." { parts.removeLast() } else { parts.append(step) }
    }
    if let last = steps.last, ["", ".", ".."].contains(last) { parts.append("index.html") }
    return parts.joined(separator: "/")
  }

  private func hasScheme(_ link: String) -> Bool {
    link.utf8.first { [UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "#"), UInt8(ascii: "?")].contains($0) }
      == UInt8(ascii: ":")
  }
}

extension String {
  /// `gr%C3%B6%C3%9Fe` is `größe`; a `%` that two hexadecimal digits don't follow stays.
  fileprivate var decodingPercent: String {
    guard utf8.contains(UInt8(ascii: "%")) else { return self }
    var bytes: [UInt8] = []
    var rest = utf8[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let decoded = rest.hexadecimalPair {
        bytes.append(decoded)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Substring.UTF8View {
  fileprivate var hexadecimalPair: UInt8? {
    let digits = prefix(2).compactMap { Character(UnicodeScalar($0)).hexDigitValue }
    return digits.count == 2 ? UInt8(digits[0] * 16 + digits[1]) : nil
  }
}

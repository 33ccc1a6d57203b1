import Files

/// What a page refers to: the targets of `href` and `src` that lie in the site.
enum References {
  /// - Parameter page: the page's own path, from which its links are read.
  /// - Returns: paths below the site's folder, as often as they stand there.
  static func all(in html: UnsafeBufferPointer<UInt8>, of page: String) -> [String] {
    var found: [String] = []
    var at = 0
    while let start = next(in: html, from: at) {
      let value = html[start...].prefix { $0 != UInt8(ascii: "\"") }
      if let path = resolve(String(decoding: value, as: UTF8.self), from: page) { found.append(path) }
      at = value.endIndex
    }
    return found
  }

  /// The path of a link; nil for one that leads elsewhere.
  static func resolve(_ link: String, from page: String) -> String? {
    let path = link.prefix { $0 != "#" && $0 != "?" }
    guard !path.isEmpty, !path.hasPrefix("/"), !path.prefix(while: { $0 != "/" }).contains(":") else { return nil }
    var steps = page.split(separator: "/").dropLast().map(String.init)
    for step in path.split(separator: "/") where step != "." {
      if step != ".." { steps.append(decoded(step)) } else if steps.popLast() == nil { return nil }
    }
    return steps.joined(separator: "/")
  }
}

extension References {
  /// Where the value of the next `href="` or `src="` begins.
  private static func next(in html: UnsafeBufferPointer<UInt8>, from: Int) -> Int? {
    var at = from
    while let quote = html[at...].firstIndex(of: UInt8(ascii: "\"")) {
      let before = html[max(from, quote - 5)..<quote]
      if before.elementsEqual("href=".utf8) || before.suffix(4).elementsEqual("src=".utf8) { return quote + 1 }
      at = quote + 1
    }
    return nil
  }

  /// Percent signs and the one entity that a path can hold.
  private static func decoded(_ step: Substring) -> String {
    guard step.contains("%") || step.contains("&") else { return String(step) }
    let bytes = Array(step.utf8)
    var out: [UInt8] = []
    var at = 0
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "%"), at + 2 < bytes.count,
        let byte = UInt8(String(decoding: bytes[(at + 1)...(at + 2)], as: UTF8.self), radix: 16)
      {
        out.append(byte)
        at += 3
      } else if bytes[at...].starts(with: "&amp;".utf8) {
        out.append(UInt8(ascii: "&"))
        at += 5
      } else {
        out.append(bytes[at])
        at += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}

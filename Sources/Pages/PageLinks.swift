import CommonMark

/// Turns the links and images of an authored page, which are written as seen from the page's own address, into links as seen from
/// where a copy of it stands: a month's page lies a folder deeper than the page that it is made from.
struct PageLinks: Sendable {
  /// From the copy back to the folder that the page's links start from.
  private let prefix: String
  /// From the copy to the site's root.
  private let root: String

  /// - Parameters:
  ///   - own: the address that the page's links are written for.
  ///   - address: where the copy stands.
  init(writtenFor own: String, at address: String) {
    root = String(repeating: "../", count: PageLinks.depth(address))
    let folder = own.lastIndex(of: "/").map { String(own[...$0]) } ?? ""
    prefix = PageLinks.depth(own) == PageLinks.depth(address) ? "" : root + folder
  }

  private static func depth(_ address: String) -> Int { address.utf8.count { $0 == UInt8(ascii: "/") } }
}

extension PageLinks {
  /// `term:session` becomes the term's entry; a relative link gets what leads to it; all others stay.
  func target(_ link: Document.Link) -> LinkTarget? {
    let destination = link.destination
    if destination.hasPrefix("term:") {
      return LinkTarget(root + "faq.html#" + destination.dropFirst(5), className: "term")
    }
    let first = destination.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    guard !prefix.isEmpty, !destination.isEmpty, !first.contains(":"), !destination.hasPrefix("#"),
      !destination.hasPrefix("/")
    else { return nil }
    return LinkTarget(prefix + destination)
  }
}

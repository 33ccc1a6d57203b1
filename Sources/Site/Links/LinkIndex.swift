/// Which pages and anchors a site has and which it points at: every internal link is checked before the site is
/// published. One a worker, merged at the end.
///
/// Anchors are kept as 64-bit hashes, so that a million pages fit; two of them sharing one (1 in 10¹⁹) could hide a
/// broken link, never invent one.
struct LinkIndex: Sendable {
  private var targets: [UInt64] = []
  /// What is pointed at, each with the first page that does.
  private var references: [String: String] = [:]
}

extension LinkIndex {
  /// A file that links may point at.
  mutating func add(file address: String) { targets.append(hash(address.utf8)) }

  /// A page: its address, its ids and its links.
  mutating func add(page address: String, _ bytes: UnsafeBufferPointer<UInt8>) {
    add(file: address)
    let folder = address.lastIndex(of: "/").map { address[...$0] } ?? ""
    for attribute in LinkScanner(bytes) {
      switch attribute {
      case .id(let id): targets.append(hash(address.utf8, id))
      case .link(let link): note(link, on: address, folder: folder)
      }
    }
  }

  mutating func merge(_ other: LinkIndex) {
    targets += other.targets
    references.merge(other.references) { min($0, $1) }
  }

  /// Links without a target, sorted: the page and what it points at.
  func broken() -> [(page: String, target: String)] {
    let known = Set(targets)
    return references.filter { !known.contains(hash(ofTarget: $0.key)) }
      .map { (page: $0.value, target: $0.key) }.sorted { ($0.page, $0.target) < ($1.page, $1.target) }
  }
}

extension LinkIndex {
  private mutating func note(_ link: UnsafeBufferPointer<UInt8>, on page: String, folder: Substring) {
    guard let first = link.first, !hasScheme(link) else { return }
    let text = String(decoding: link, as: UTF8.self).replacingEntities
    let target = first == UInt8(ascii: "#") ? page + text : resolve(text, in: folder)
    if let known = references[target], known <= page { return }
    references[target] = page
  }

  /// `../faq.html#x` on `timelines/ab/…` is `faq.html#x`; a link that leaves the site keeps its `..` and is broken.
  private func resolve(_ link: String, in folder: Substring) -> String {
    let path = link.prefix { $0 != "#" && $0 != "?" }
    let fragment = link.firstIndex(of: "#").map { link[$0...] } ?? ""
    var parts = folder.split(separator: "/")
    for part in path.split(separator: "/") {
      if part == ".." && !parts.isEmpty { parts.removeLast() } else if part != "." { parts.append(part) }
    }
    let whole = parts.joined(separator: "/")
    return (path.hasSuffix("/") || whole.isEmpty ? whole + (whole.isEmpty ? "" : "/") + "index.html" : whole) + fragment
  }

  private func hasScheme(_ link: UnsafeBufferPointer<UInt8>) -> Bool {
    for byte in link {
      if byte == UInt8(ascii: ":") { return true }
      if byte == UInt8(ascii: "/") || byte == UInt8(ascii: "#") || byte == UInt8(ascii: "?") { return false }
    }
    return false
  }

  private func hash(ofTarget target: String) -> UInt64 {
    guard let mark = target.firstIndex(of: "#") else { return hash(target.utf8) }
    let fragment = target[target.index(after: mark)...]
    return fragment.isEmpty ? hash(target[..<mark].utf8) : hash(target[..<mark].utf8, fragment.utf8)
  }
}

/// FNV-1a, 64 bits, over the parts joined by `#`: the same on every machine, unlike Swift's seeded hashes.
private func hash(_ page: some Sequence<UInt8>, _ id: (some Sequence<UInt8>)? = [UInt8]?.none) -> UInt64 {
  var value: UInt64 = 0xcbf2_9ce4_8422_2325
  func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
  for byte in page { add(byte) }
  if let id {
    add(UInt8(ascii: "#"))
    for byte in id { add(byte) }
  }
  return value
}

extension String {
  /// The entities that our escaping writes, read back.
  fileprivate var replacingEntities: String {
    guard contains("&") else { return self }
    var text = self
    for (entity, character) in [("&quot;", "\""), ("&#39;", "'"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")] {
      text = text.split(separator: entity, omittingEmptySubsequences: false).joined(separator: character)
    }
    return text
  }
}

/// Which pages and anchors a site has and which it points at: every internal link is checked before the site is
/// published. One a worker, merged at the end.
///
/// Anchors are kept as 64-bit hashes, and a page's links to its own anchors are not kept at all, so that a million
/// pages fit; two anchors sharing a hash (1 in 10¹⁹) could hide a broken link, never invent one.
struct LinkIndex: Sendable {
  private var targets: [UInt64] = []
  /// What is pointed at, each with the first page that does.
  private var references: [String: String] = [:]
}

extension LinkIndex {
  /// A file that links may point at.
  mutating func add(file address: String) { targets.append(StableHash(address.utf8).value) }

  /// A page: its address, its ids and its links.
  mutating func add(page address: String, _ bytes: UnsafeBufferPointer<UInt8>) {
    add(file: address)
    let resolver = LinkResolver(page: address)
    let page = StableHash(address.utf8)
    let first = targets.count
    var own: [UnsafeBufferPointer<UInt8>] = []
    for attribute in LinkScanner(bytes) {
      switch attribute {
      case .id(let id): targets.append(page.anchor(id).value)
      case .link(let link) where link.first == UInt8(ascii: "#"): own.append(link)
      case .link(let link): note(resolver.target(String(decoding: link, as: UTF8.self)), on: address)
      }
    }
    let anchors = Set(targets[first...])
    for link in own where !anchors.contains(page.anchor(link.dropFirst()).value) {
      note(resolver.target(String(decoding: link, as: UTF8.self)), on: address)
    }
  }

  mutating func merge(_ other: LinkIndex) {
    targets += other.targets
    references.merge(other.references) { min($0, $1) }
  }

  /// Links without a target, sorted: the page and what it points at.
  func broken() -> [(page: String, target: String)] {
    let known = Set(targets)
    return references.filter { !known.contains(LinkIndex.hash(ofTarget: $0.key)) }
      .map { (page: $0.value, target: $0.key) }.sorted { ($0.page, $0.target) < ($1.page, $1.target) }
  }
}

extension LinkIndex {
  private mutating func note(_ target: String?, on page: String) {
    guard let target else { return }
    if let known = references[target], known <= page { return }
    references[target] = page
  }

  private static func hash(ofTarget target: String) -> UInt64 {
    guard let mark = target.utf8.firstIndex(of: UInt8(ascii: "#")) else { return StableHash(target.utf8).value }
    let page = StableHash(target.utf8[..<mark])
    let fragment = target.utf8[target.utf8.index(after: mark)...]
    return fragment.isEmpty ? page.value : page.anchor(fragment).value
  }
}

/// FNV-1a, 64 bits: the same on every machine, unlike Swift's seeded hashes.
private struct StableHash {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  init(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { add(byte) }
  }

  /// The hash of `#` and an id behind what was hashed so far.
  func anchor(_ id: some Sequence<UInt8>) -> StableHash {
    var hash = self
    hash.add(UInt8(ascii: "#"))
    for byte in id { hash.add(byte) }
    return hash
  }

  private mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
}

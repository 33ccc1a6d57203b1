import Files

/// Finds the links of a finished tree that lead nowhere.
///
/// Pages and ids are known by hashes: of 64 bits for pages, of 32 for an id within its page. Two that share one could
/// hide a broken link, never invent one.
struct LinkCheck {
  let tree: SortedTree
  /// Links that were noted in earlier builds, of pages that may have been taken over unseen.
  let carried: [LinkReference]
  /// Reads a page of the tree.
  let read: (TreeEntry) -> [UInt8]?
}

extension LinkCheck {
  /// Whether a link of the carried ones leads nowhere: its page may be no more, which only making all pages anew tells.
  var isCarriedBroken: Bool { carried.contains { !isMet($0) } }

  /// Links without a target, sorted: the first page that has each, and what it points at.
  func broken() -> [(page: String, target: String)] {
    var pages: [LinkTargetKey: String] = [:]
    for reference in tree.references.values where !isMet(reference) {
      guard let entry = tree.entry(reference.page) else { continue }
      let (key, path) = (LinkTargetKey(reference), tree.path(of: entry))
      if pages[key].map({ path < $0 }) ?? true { pages[key] = path }
    }
    guard !pages.isEmpty else { return [] }
    return texts(of: pages).sorted { ($0.page, $0.target) < ($1.page, $1.target) }
  }
}

/// What a link points at.
private struct LinkTargetKey: Hashable {
  var target: UInt64
  var anchor: UInt32

  init(_ reference: LinkReference) { (target, anchor) = (reference.target, reference.anchor) }

  init(_ link: LinkTarget) { (target, anchor) = (link.address, link.anchor) }
}

extension LinkCheck {
  private func isMet(_ reference: LinkReference) -> Bool {
    guard let entry = tree.entry(reference.target) else { return false }
    return reference.anchor == 0 || tree.anchors(of: entry).contains(reference.anchor)
  }

  /// Of pages that are made alike a worker notes a link once. So the first page that has it is looked for among all
  /// pages up to the one that is known to.
  private func texts(of pages: [LinkTargetKey: String]) -> [(page: String, target: String)] {
    var rest = pages
    var found: [(page: String, target: String)] = []
    let last = pages.values.max() ?? ""
    let candidates = tree.entries.values.filter { $0.source != 0 || pages.values.contains(tree.path(of: $0)) }
      .map { (path: tree.path(of: $0), entry: $0) }.filter { $0.path <= last }.sorted { $0.path < $1.path }
    for (path, entry) in candidates {
      if rest.isEmpty { break }
      guard path.hasSuffix(".html"), let bytes = read(entry) else { continue }
      for (key, text) in LinkCheck.links(of: bytes, on: path) where rest[key] != nil {
        rest[key] = nil
        found.append((path, text))
      }
    }
    return found
  }

  private static func links(of bytes: [UInt8], on page: String) -> [(LinkTargetKey, String)] {
    let resolver = LinkResolver(page: page)
    return bytes.withUnsafeBufferPointer { bytes in
      LinkScanner(bytes).compactMap { attribute in
        guard case .link(let link) = attribute, let target = LinkTarget(link, on: page),
          let text = resolver.target(String(decoding: link, as: UTF8.self))
        else { return nil }
        return (LinkTargetKey(target), text)
      }
    }
  }
}

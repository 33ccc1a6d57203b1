import Files

/// What one worker notes of the pages that it makes: their files, ids and links. Handed over to the tree's record now and
/// then, and empty after that.
struct PageNotes: Sendable {
  private(set) var entries: [TreeEntry] = []
  private(set) var paths: [UInt8] = []
  private(set) var anchors: [UInt32] = []
  private(set) var references: [LinkReference] = []
  private(set) var pages = 0
  /// What the files that are noted are made from; 0 where nobody asks.
  var source: UInt64 = 0
  /// Links that have been noted already, by a hash of their text and of the folder that they stand in: of families,
  /// whose pages mostly have the same, and of the page at hand.
  private var seenInFamilies: Set<UInt64> = []
  private var seenOnPage: Set<UInt64> = []
  /// The first entry of the family whose pages are being made, and its links to pages of its own.
  private var family: (first: Int, links: [LinkReference])?
  /// The first entry of the page that is being made, with its files.
  private var page: Int?
  /// Ids of the page, sorted.
  private var own: [UInt32] = []
  private var folder = PageFolder()
}

extension PageNotes {
  /// Whether it is time to hand over.
  var isFull: Bool {
    family == nil && page == nil && (entries.count >= 4096 || anchors.count >= 1 << 18 || references.count >= 1 << 16)
  }

  mutating func removeAll() {
    entries.removeAll(keepingCapacity: true)
    paths.removeAll(keepingCapacity: true)
    anchors.removeAll(keepingCapacity: true)
    references.removeAll(keepingCapacity: true)
    pages = 0
    if seenInFamilies.count > 1 << 16 { seenInFamilies.removeAll(keepingCapacity: true) }
  }

  /// A file that links may point at.
  mutating func add(file address: String, _ content: ContentDigest, flags: UInt32 = TreeEntry.shared) {
    _ = append(address, content, flags: flags)
  }

  /// A page: its address, its ids and its links.
  mutating func add(page address: String, _ bytes: UnsafeBufferPointer<UInt8>, _ content: ContentDigest, flags: UInt32)
  {
    let hash = append(address, content, flags: flags)
    pages += 1
    seenOnPage.removeAll(keepingCapacity: true)
    let first = anchors.count
    var ownLinks: [UnsafeBufferPointer<UInt8>] = []
    folder.enter(page: address)
    let folderHash = folder.hash
    for attribute in LinkScanner(bytes) {
      switch attribute {
      case .id(let id): anchors.append(LinkHash.anchor(id))
      case .link(let link) where link.first == UInt8(ascii: "#"): ownLinks.append(link)
      case .link(let link): note(link, in: folderHash, on: address, hash)
      }
    }
    entries[entries.count - 1].anchorCount = UInt32(anchors.count - first)
    own.removeAll(keepingCapacity: true)
    own.append(contentsOf: anchors[first...])
    own.sort()
    for link in ownLinks where link.count > 1 && !isOwn(LinkHash.anchor(UnsafeBufferPointer(rebasing: link[1...]))) {
      note(link, in: folderHash, on: address, hash)
    }
  }

  /// Pages until `endFamily` are made from one source; links between them are checked as soon as all are there.
  mutating func beginFamily() { family = (entries.count, []) }

  mutating func endFamily(source: UInt64) {
    guard let (first, links) = family else { return }
    family = nil
    chain(from: first, source: source)
    for link in links where !isMet(link, from: first) { references.append(link) }
  }

  /// The page and the files that are noted until `endPage` are made from one source; its links are read each time.
  mutating func beginPage(source: UInt64) { (page, self.source) = (entries.count, source) }

  mutating func endPage() {
    if let page { chain(from: page, source: source) }
    (page, source) = (nil, 0)
  }

  /// Takes over what was published before of a family, from its first page on.
  /// - Returns: false if not all of it is there.
  mutating func keep(_ first: TreeEntry, of manifest: TreeManifest) -> Bool {
    var next: TreeEntry? = first
    let before = entries.count
    while let entry = next {
      guard entry.source == first.source else { break }
      var copy = entry
      copy.flags = 0
      copy.pathStart = UInt64(paths.count)
      copy.anchorStart = UInt64(anchors.count)
      paths.append(contentsOf: manifest.pathBytes(of: entry))
      anchors.append(contentsOf: manifest.anchors(of: entry))
      entries.append(copy)
      pages += 1
      if entry.next == 0 { return true }
      next = manifest.entry(entry.next)
    }
    dropKept(from: before)
    return false
  }
}

extension PageNotes {
  private mutating func append(_ address: String, _ content: ContentDigest, flags: UInt32) -> UInt64 {
    let start = paths.count
    paths.append(contentsOf: address.utf8)
    let hash = paths.withUnsafeBufferPointer { LinkHash.address(UnsafeBufferPointer(rebasing: $0[start...])) }
    var entry = TreeEntry(address: hash, content: content)
    entry.pathStart = UInt64(start)
    entry.pathCount = UInt32(paths.count - start)
    entry.anchorStart = UInt64(anchors.count)
    entry.flags = flags
    entry.source = source
    entries.append(entry)
    return hash
  }

  private mutating func chain(from first: Int, source: UInt64) {
    for index in first..<entries.count {
      entries[index].source = source
      entries[index].next = index + 1 < entries.count ? entries[index + 1].address : 0
    }
  }

  private mutating func note(
    _ link: UnsafeBufferPointer<UInt8>, in folderHash: UInt64, on address: String, _ page: UInt64
  ) {
    let isOwn = link.first == UInt8(ascii: "#")
    let key = ContentDigest(link).low ^ (isOwn ? page : folderHash)
    guard !(family == nil ? seenOnPage : seenInFamilies).contains(key),
      let target = folder.target(of: link) ?? LinkTarget(link, on: address)
    else { return }
    let reference = LinkReference(
      page: page, target: target.address, anchor: target.anchor, isKept: family == nil ? 0 : 1)
    if family != nil, target.isNear {
      family?.links.append(reference)
    } else if target.address != page || target.anchor != 0 && !self.isOwn(target.anchor) {
      if family == nil { seenOnPage.insert(key) } else { seenInFamilies.insert(key) }
      references.append(reference)
    }
  }

  private func isOwn(_ anchor: UInt32) -> Bool {
    var (low, high) = (0, own.count)
    while low < high {
      let middle = (low + high) / 2
      if own[middle] < anchor { low = middle + 1 } else { high = middle }
    }
    return low < own.count && own[low] == anchor
  }

  private func isMet(_ link: LinkReference, from first: Int) -> Bool {
    entries[first...].contains { entry in
      entry.address == link.target
        && (link.anchor == 0
          || anchors[Int(entry.anchorStart)..<Int(entry.anchorStart) + Int(entry.anchorCount)].contains(link.anchor))
    }
  }

  private mutating func dropKept(from first: Int) {
    guard first < entries.count else { return }
    pages -= entries.count - first
    paths.removeLast(paths.count - Int(entries[first].pathStart))
    anchors.removeLast(anchors.count - Int(entries[first].anchorStart))
    entries.removeLast(entries.count - first)
  }
}

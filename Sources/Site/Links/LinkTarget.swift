import Files

/// What a link points at, by hashes.
struct LinkTarget {
  let address: UInt64
  /// 0 for the page as a whole.
  let anchor: UInt32
  /// Whether the target lies in the folder of the page, or below.
  let isNear: Bool

  /// - Returns: nil for a link that leaves the site.
  init?(_ link: UnsafeBufferPointer<UInt8>, on page: String) {
    guard let target = LinkResolver(page: page).target(String(decoding: link, as: UTF8.self)) else { return nil }
    let mark = target.firstIndex(of: "#") ?? target.endIndex
    let path = target[..<mark]
    address = LinkHash.address(String(path))
    let fragment = mark < target.endIndex ? target[target.index(after: mark)...] : ""
    anchor = fragment.isEmpty ? 0 : LinkHash.anchor(fragment)
    isNear = page.lastIndex(of: "/").map { path.hasPrefix(page[...$0]) } ?? !path.contains("/")
  }

  fileprivate init(address: UInt64, anchor: UInt32, isNear: Bool) {
    (self.address, self.anchor, self.isNear) = (address, anchor, isNear)
  }
}

/// The folder of a page, for links as our own writers put them: some steps up, then a plain path. Nearly all links are
/// of that kind, and need no strings.
struct PageFolder: Sendable {
  private var path: [UInt8] = []
  /// Where the path of each folder above ends, the site's root first.
  private var ends: [Int] = [0]
  private var scratch: [UInt8] = []
}

extension PageFolder {
  /// A hash of the folder.
  var hash: UInt64 { ContentDigest(path).low }

  mutating func enter(page: String) {
    path.removeAll(keepingCapacity: true)
    path.append(contentsOf: page.utf8)
    while let last = path.last, last != UInt8(ascii: "/") { path.removeLast() }
    ends.removeAll(keepingCapacity: true)
    ends.append(0)
    for (index, byte) in path.enumerated() where byte == UInt8(ascii: "/") { ends.append(index + 1) }
  }

  /// - Returns: nil for a link of any other kind.
  mutating func target(of link: UnsafeBufferPointer<UInt8>) -> LinkTarget? {
    var start = 0
    while start + 3 <= link.count, link[start] == UInt8(ascii: "."), link[start + 1] == UInt8(ascii: "."),
      link[start + 2] == UInt8(ascii: "/")
    {
      start += 3
    }
    let climb = start / 3
    guard climb < ends.count, let end = PageFolder.plainEnd(link, from: start) else { return nil }
    scratch.removeAll(keepingCapacity: true)
    scratch.append(contentsOf: path[..<ends[ends.count - 1 - climb]])
    scratch.append(contentsOf: link[start..<end])
    let address = scratch.withUnsafeBufferPointer { LinkHash.address($0) }
    let hasAnchor = end + 1 < link.count
    return LinkTarget(
      address: address, anchor: hasAnchor ? LinkHash.anchor(UnsafeBufferPointer(rebasing: link[(end + 1)...])) : 0,
      isNear: climb == 0)
  }

  /// Where the path ends, at `#` or with the link; nil if it has a scheme, an escape, a query, or a step of its own.
  private static func plainEnd(_ link: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var end: Int?
    var isStart = true
    for index in start..<link.count {
      switch link[index] {
      case UInt8(ascii: "&"), UInt8(ascii: "%"), UInt8(ascii: "?"), UInt8(ascii: ":"): return nil
      case UInt8(ascii: "#"):
        if isStart || end != nil { return nil }
        end = index
      case UInt8(ascii: "."), UInt8(ascii: "/"): if isStart, end == nil { return nil }
      default: break
      }
      if end == nil { isStart = link[index] == UInt8(ascii: "/") }
    }
    return isStart ? nil : end ?? link.count
  }
}

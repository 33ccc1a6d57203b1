import Files
import Glibc

/// What a published tree holds: read from the state folder, mapped, so that a million pages cost no memory.
///
/// The file has a header of eight words (a mark with the format's number, the counts of entries, bytes of addresses,
/// ids and links, three words to spare), then these columns: entries sorted by the hash of their address, the addresses' text, the
/// hashes of ids, the links to other pages.
final class TreeManifest: Sendable {
  static let mark: UInt64 = 0x0001_6870_7974_7254
  static let headerCount = 8

  private let mapped: MappedBytes
  let count: Int
  private let pathsStart: Int
  private let anchorsStart: Int
  private let referencesStart: Int
  let referenceCount: Int

  /// - Returns: nil if there is no manifest, or none of this format.
  init?(_ path: String) {
    guard let mapped = try? DiskFileSource().map(path), mapped.bytes.count >= TreeManifest.headerCount * 8,
      let base = mapped.bytes.baseAddress
    else { return nil }
    let raw = UnsafeRawPointer(base)
    func word(_ index: Int) -> Int {
      Int(truncatingIfNeeded: raw.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self))
    }
    guard UInt64(truncatingIfNeeded: word(0)) == TreeManifest.mark else { return nil }
    self.mapped = mapped
    count = word(1)
    pathsStart = TreeManifest.headerCount * 8 + count * MemoryLayout<TreeEntry>.stride
    anchorsStart = pathsStart + TreeManifest.padded(word(2))
    referencesStart = anchorsStart + TreeManifest.padded(word(3) * 4)
    referenceCount = word(4)
    guard referencesStart + referenceCount * MemoryLayout<LinkReference>.stride == mapped.bytes.count else {
      return nil
    }
  }

  static func padded(_ bytes: Int) -> Int { (bytes + 7) & ~7 }
}

extension TreeManifest {
  /// In the order of the addresses' hashes.
  var entries: UnsafeBufferPointer<TreeEntry> { column(TreeManifest.headerCount * 8, count) }

  var references: UnsafeBufferPointer<LinkReference> { column(referencesStart, referenceCount) }

  func path(of entry: TreeEntry) -> String { String(decoding: pathBytes(of: entry), as: UTF8.self) }

  func pathBytes(of entry: TreeEntry) -> UnsafeBufferPointer<UInt8> {
    column(pathsStart + Int(entry.pathStart), Int(entry.pathCount))
  }

  func anchors(of entry: TreeEntry) -> UnsafeBufferPointer<UInt32> {
    column(anchorsStart + Int(entry.anchorStart) * 4, Int(entry.anchorCount))
  }

  /// The entry of an address, by its hash.
  func entry(_ address: UInt64) -> TreeEntry? { TreeManifest.find(address, in: entries) }

  /// Hashes lie evenly: the search begins where an address would stand among as many, and goes wider from there.
  static func find(_ address: UInt64, in entries: UnsafeBufferPointer<TreeEntry>) -> TreeEntry? {
    let guess = Int(address.multipliedFullWidth(by: UInt64(entries.count)).high)
    var (low, high) = (guess, guess)
    var step = 64
    while low > 0, entries[low].address > address {
      low = max(0, low - step)
      step *= 2
    }
    step = 64
    while high < entries.count, entries[high].address < address {
      high = min(entries.count, high + step)
      step *= 2
    }
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].address < address { low = middle + 1 } else { high = middle }
    }
    return low < entries.count && entries[low].address == address ? entries[low] : nil
  }

  private func column<Element>(_ start: Int, _ count: Int) -> UnsafeBufferPointer<Element> {
    guard let base = mapped.bytes.baseAddress else { return UnsafeBufferPointer(start: nil, count: 0) }
    return UnsafeBufferPointer(
      start: UnsafeRawPointer(base + start).assumingMemoryBound(to: Element.self), count: count)
  }
}

import Files

/// One file of a published tree, as its manifest keeps it.
struct TreeEntry: BitwiseCopyable {
  /// A hash of the address, by which entries are sorted and found.
  var address: UInt64
  /// Of the file's bytes.
  var content: ContentDigest
  /// What the page was made from; 0 where that is not known and the page is made anew each time.
  var source: UInt64 = 0
  /// The hash of the next page's address that was made from the same source; 0 behind the last.
  var next: UInt64 = 0
  /// Where the address's text begins.
  var pathStart: UInt64 = 0
  /// Where the hashes of its ids begin.
  var anchorStart: UInt64 = 0
  var pathCount: UInt32 = 0
  var anchorCount: UInt32 = 0
  /// Whether its bytes were written in this build, as a bit: else they stand in the tree that is published.
  var flags: UInt32 = 0
  var reserved: UInt32 = 0
}

extension TreeEntry {
  static let written: UInt32 = 1
  /// A file that more than one page may write, with the same bytes.
  static let shared: UInt32 = 2
}

/// A link to another page, by hashes: of the page that it stands on, of its target's address, and of the id there, 0 for
/// the page as a whole.
struct LinkReference: BitwiseCopyable, Equatable {
  var page: UInt64
  var target: UInt64
  var anchor: UInt32
  /// Whether it stands on a page that is made from a source.
  var isKept: UInt32 = 0
}

/// Hashes of addresses and ids: the same in every run.
enum LinkHash {
  static func address(_ text: String) -> UInt64 {
    var copy = text
    return copy.withUTF8 { address($0) }
  }

  static func address(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 { ContentDigest(bytes).low | 1 }

  static func anchor(_ id: UnsafeBufferPointer<UInt8>) -> UInt32 {
    UInt32(truncatingIfNeeded: ContentDigest(id).low) | 1
  }

  static func anchor(_ id: Substring) -> UInt32 {
    var copy = String(id)
    return copy.withUTF8 { anchor($0) }
  }
}

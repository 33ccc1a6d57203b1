import Crypto
import Foundation

/// Reads a page that `PageSnapshot` wrote.
struct PageReader {
  private struct Head: Decodable {
    var format: String
    var part: Int
    var lock: PageKey.Lock?
  }

  /// Nil where it is not encrypted.
  let lock: PageKey.Lock?
  /// Whether every byte outside of the seal is what was written.
  let isWhole: Bool
  private let parts: [Slice<UnsafeBufferPointer<UInt8>>]
  private let index: [Slice<UnsafeBufferPointer<UInt8>>]
  private let page: UnsafeBufferPointer<UInt8>

  /// - Parameter page: must outlive the reader.
  /// - Returns: nil for what is no such page.
  init?(_ page: UnsafeBufferPointer<UInt8>) {
    guard let start = page.range(of: PageMark.head, from: 0)?.upperBound,
      let end = page.range(of: PageMark.end, from: start)?.lowerBound,
      let head = try? JSONDecoder().decode(Head.self, from: Data(page[start..<end])), head.format == Manifest.format,
      head.part == PageParts.size
    else { return nil }
    self.page = page
    lock = head.lock
    var at = end + PageMark.end.utf8.count + 1
    parts = PageReader.elements(page, PageMark.part, &at)
    index = PageReader.elements(page, PageMark.index, &at)
    isWhole = PageReader.isSealed(page, from: at)
  }
}

extension PageReader {
  /// The manifest; nil if it was changed.
  func manifest(_ key: PageKey?) -> [UInt8]? {
    var manifest: [UInt8] = []
    for (number, text) in index.enumerated() {
      guard let piece = PagePart.bytes(text, .index, number, key: key) else { return nil }
      manifest += piece
    }
    return manifest
  }

  /// What stands before the parts, and behind them.
  var frame: [UnsafeBufferPointer<UInt8>] {
    let first = (parts + index).first?.startIndex ?? page.count
    let last = (parts + index).last?.endIndex ?? page.count
    return [UnsafeBufferPointer(rebasing: page[..<first]), UnsafeBufferPointer(rebasing: page[last...])]
  }

  /// Calls for each file with its SHA-256, nil for one that cannot be unpacked.
  /// - Returns: whether the parts hold these files and nothing more.
  func read(_ files: some Sequence<Manifest.File>, key: PageKey?, each: (Manifest.File, String?) -> Void) -> Bool {
    var hash = SHA256()
    return read(
      files, key: key, piece: { hash.update(data: $0) },
      end: { file, isReadable in
        each(file, isReadable ? Digest.text(hash.finalize()) : nil)
        hash = SHA256()
      })
  }

  /// Calls with each file's bytes, piece by piece, and at its end with whether all could be unpacked.
  /// - Returns: whether the parts hold these files and nothing more.
  func read(
    _ files: some Sequence<Manifest.File>, key: PageKey?, piece: (ArraySlice<UInt8>) -> Void,
    end: (Manifest.File, Bool) -> Void
  ) -> Bool {
    var (number, at) = (-1, 0)
    var part: [UInt8]? = []
    var rest = 0
    for file in files {
      var isReadable = true
      var missing = file.bytes
      while missing > 0 {
        if rest == 0 {
          number += 1
          guard number < parts.count else { return false }
          part = PagePart.bytes(parts[number], .part, number, key: key)
          (at, rest) = (0, part?.count ?? PageParts.size)
          if rest == 0 { return false }
        }
        let count = min(missing, rest)
        if let part { piece(part[at..<at + count]) } else { isReadable = false }
        (at, rest, missing) = (at + count, rest - count, missing - count)
      }
      end(file, isReadable)
    }
    return number == parts.count - 1 && (rest == 0 || part == nil)
  }
}

extension PageReader {
  /// The texts of elements that stand one a line.
  private static func elements(
    _ page: UnsafeBufferPointer<UInt8>, _ mark: String, _ at: inout Int
  ) -> [Slice<UnsafeBufferPointer<UInt8>>] {
    var texts: [Slice<UnsafeBufferPointer<UInt8>>] = []
    while page.stands(mark, at: at) {
      let start = at + mark.utf8.count
      guard let end = page[start...].firstIndex(of: UInt8(ascii: "<")) else { break }
      texts.append(page[start..<end])
      at = end + PageMark.end.utf8.count + 1
    }
    return texts
  }

  private static func isSealed(_ page: UnsafeBufferPointer<UInt8>, from: Int) -> Bool {
    guard let mark = page.range(of: PageMark.seal, from: min(from, page.count)),
      page.stands(PageMark.end, at: mark.upperBound + 64)
    else { return false }
    let end = mark.upperBound + 64 + PageMark.end.utf8.count
    var hash = SHA256()
    hash.update(UnsafeBufferPointer(rebasing: page[..<mark.lowerBound]))
    hash.update(UnsafeBufferPointer(rebasing: page[end...]))
    return page[mark.upperBound..<mark.upperBound + 64].elementsEqual(Digest.text(hash.finalize()).utf8)
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate func stands(_ text: String, at offset: Int) -> Bool {
    offset + text.utf8.count <= count && self[offset...].starts(with: text.utf8)
  }

  /// Where a text stands first.
  fileprivate func range(of text: String, from offset: Int) -> Range<Int>? {
    let bytes = Array(text.utf8)
    var at = offset
    while at < count, let found = self[at...].firstIndex(of: bytes[0]) {
      if stands(text, at: found) { return found..<found + bytes.count }
      at = found + 1
    }
    return nil
  }
}

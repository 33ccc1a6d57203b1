import Crypto
import Files
import Foundation

/// A snapshot as one page that holds all others.
struct PageSnapshot {
  let contents: SnapshotContents
  let facts: SnapshotFacts
  let frame: PageFrame
  /// Of an encrypted one.
  let key: PageKey?
  let jobs: Int
}

/// The marks between the pieces of such a page, which its reader and its script look for.
enum PageMark {
  static let head = "<script type=\"application/json\" id=\"triptych-head\">"
  static let part = "<script type=\"text/plain\" class=\"triptych-part\">"
  static let index = "<script type=\"text/plain\" class=\"triptych-index\">"
  static let seal = "<script type=\"text/plain\" id=\"triptych-seal\">"
  static let end = "</script>"
}

extension PageSnapshot {
  /// - Parameters:
  ///   - limit: an estimate above it is an error, before anything is written.
  ///   - estimate: told how many bytes it will take.
  ///   - output: made only then.
  func write(
    limit: Int?, estimate: (Int) -> Void, output: () throws(SnapshotError) -> SnapshotOutput
  ) throws(SnapshotError) -> SnapshotOutput {
    let (parts, manifest) = try list()
    let bytes = try PageEstimate(parts, manifest: manifest, jobs: jobs).bytes
    estimate(bytes)
    if let limit, bytes > limit { throw .tooLarge(bytes, limit: limit, isEstimate: true) }
    let output = try output()
    try write(parts, manifest, to: output)
    return output
  }

  private func list() throws(SnapshotError) -> (PageParts, MappedBytes) {
    var manifest = try ManifestWriter(facts, first: contents.first)
    var sizes: [Int] = []
    let contents = contents
    try InOrder.run(
      contents.paths, jobs: jobs,
      make: { path throws(SnapshotError) in
        try contents.map(path).use { Manifest.File(path: path, bytes: $0.count, sha256: Digest.text(of: $0)) }
      },
      use: { _, file throws(SnapshotError) in
        sizes.append(file.bytes)
        try manifest.add(file)
      })
    return (PageParts(contents, sizes: sizes), try manifest.finish())
  }

  private func write(
    _ parts: PageParts, _ manifest: MappedBytes, to output: SnapshotOutput
  ) throws(SnapshotError) {
    let pieces = frame.pieces(lock: key?.lock)
    var seal = SHA256()
    func append(_ bytes: [UInt8]) throws(SnapshotError) {
      seal.update(data: bytes)
      try output.append(bytes)
    }
    try append(pieces.before)
    let key = key
    try InOrder.run(
      Array(0..<parts.count), jobs: jobs,
      make: { number throws(SnapshotError) in
        PagePart.element(try parts.part(number), .part, number, key: key)
      },
      use: { _, element throws(SnapshotError) in try append(element) })
    for (number, start) in stride(from: 0, to: manifest.bytes.count, by: PageParts.size).enumerated() {
      let piece = manifest.use { Array($0[start..<min(start + PageParts.size, $0.count)]) }
      try append(PagePart.element(piece, .index, number, key: key))
    }
    try append(pieces.between)
    seal.update(data: pieces.after)
    try output.append(Array((PageMark.seal + Digest.text(seal.finalize()) + PageMark.end).utf8) + pieces.after)
  }
}

import Dispatch
import Files
import Synchronization

/// Reads whole files for their digests, large ones by several threads.
struct InputReader {
  let paths: [String]
  let jobs: Int

  private static let pieceSize = 1 << 24
}

extension InputReader {
  /// By path; nil for a file that cannot be read.
  func digests() -> [ContentDigest?] {
    let files = paths.map { try? DiskFileSource().map($0) }
    let pieces = files.indices.flatMap { index in
      stride(from: 0, to: files[index]?.bytes.count ?? 0, by: InputReader.pieceSize).map { (index, $0) }
    }
    let results = Mutex([ContentDigest?](repeating: nil, count: pieces.count))
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: max(1, min(jobs, pieces.count))) { _ in
      while true {
        let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard number < pieces.count, let file = files[pieces[number].0] else { return }
        let start = pieces[number].1
        let piece = file.bytes[start..<min(start + InputReader.pieceSize, file.bytes.count)]
        let digest = ContentDigest(UnsafeBufferPointer(rebasing: piece))
        results.withLock { $0[number] = digest }
      }
    }
    var builders = files.map { $0 == nil ? nil : ContentDigestBuilder() }
    for (piece, digest) in zip(pieces, results.withLock { $0 }) {
      if let digest { builders[piece.0]?.add(digest) }
    }
    return builders.map { $0?.digest }
  }
}

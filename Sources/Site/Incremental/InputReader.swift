import Dispatch
import Files
import Synchronization

/// Reads whole files for their digests, large ones by several threads.
struct InputReader {
  let paths: [String]
  let jobs: Int

  private static let pieceSize = 1 << 24
  /// Larger ones are mapped.
  private static let small = 1 << 16

  private enum Input: Sendable {
    case missing
    case small(String)
    case large(MappedBytes)

    init(_ path: String) {
      let source = DiskFileSource()
      switch source.size(of: path) {
      case nil: self = .missing
      case let size? where size <= InputReader.small: self = .small(path)
      default: self = (try? source.map(path)).map { .large($0) } ?? .missing
      }
    }

    /// Where its pieces begin.
    var starts: StrideTo<Int> {
      switch self {
      case .missing: stride(from: 0, to: 0, by: 1)
      case .small: stride(from: 0, to: 1, by: 1)
      case .large(let mapped): stride(from: 0, to: mapped.bytes.count, by: InputReader.pieceSize)
      }
    }

    func digest(from start: Int) -> ContentDigest? {
      switch self {
      case .missing: return nil
      case .small(let path): return (try? DiskFileSource().read(path)).map { ContentDigest($0) }
      case .large(let mapped):
        let piece = mapped.bytes[start..<min(start + InputReader.pieceSize, mapped.bytes.count)]
        return withExtendedLifetime(mapped) { ContentDigest(UnsafeBufferPointer(rebasing: piece)) }
      }
    }
  }
}

extension InputReader {
  /// By path; nil for a file that cannot be read.
  func digests() -> [ContentDigest?] {
    let files = paths.map(Input.init)
    let pieces = files.indices.flatMap { index in files[index].starts.map { (index, $0) } }
    let results = Mutex([ContentDigest?](repeating: nil, count: pieces.count))
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: max(1, min(jobs, pieces.count))) { _ in
      while true {
        let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard number < pieces.count else { return }
        let digest = files[pieces[number].0].digest(from: pieces[number].1)
        results.withLock { $0[number] = digest }
      }
    }
    var builders = files.map { if case .missing = $0 { nil as ContentDigestBuilder? } else { ContentDigestBuilder() } }
    for (piece, digest) in zip(pieces, results.withLock { $0 }) {
      if let digest { builders[piece.0]?.add(digest) } else { builders[piece.0] = nil }
    }
    return builders.map { $0?.digest }
  }
}

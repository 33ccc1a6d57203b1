import Files

/// Terms in the order of their bytes, each with how many keys came and those that are kept, ascending: in memory as far
/// as its share goes, then in a scratch file. Written by one thread, then read by any.
public final class TermRun: Sendable {
  private let bytes: ScratchColumn<UInt8>

  /// - Parameter inMemory: how many bytes may lie in memory.
  public init(inMemory: Int) { bytes = ScratchColumn(inMemory: inMemory) }

  /// What several runs hold.
  /// - Parameter most: how many keys are kept of a term: the largest.
  public convenience init(merging runs: [TermRun], most: Int, inMemory: Int) throws(FileError) {
    self.init(inMemory: inMemory)
    var merger = RunMerger(runs, most: most)
    while !merger.isAtEnd {
      try append(merger.term, count: UInt32(clamping: merger.count), keys: merger.keys)
      merger.next()
    }
  }
}

extension TermRun {
  public var count: Int { bytes.count }

  func append(_ term: [UInt8], count: UInt32, keys: [UInt64]) throws(FileError) {
    try append(UInt32(term.count))
    try append(count)
    try append(UInt32(keys.count))
    try append(buffer: term)
    for key in keys {
      try append(UInt32(truncatingIfNeeded: key))
      try append(UInt32(truncatingIfNeeded: key >> 32))
    }
  }

  private func append(_ number: UInt32) throws(FileError) {
    for shift in [0, 8, 16, 24] as [UInt32] { try bytes.append(UInt8(truncatingIfNeeded: number >> shift)) }
  }

  private func append(buffer: [UInt8]) throws(FileError) {
    for byte in buffer { try bytes.append(byte) }
  }

  /// From the first term on.
  func cursor() -> Cursor { Cursor(self) }
}

extension TermRun {
  /// Walks a run. What it shows is good until it goes on.
  struct Cursor {
    private let run: TermRun
    private let base: UnsafeRawPointer?
    private var at = 0
    private let end: Int
    private(set) var term = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    private(set) var head: UInt64 = 0
    private(set) var count: UInt32 = 0
    private(set) var kept = 0
    private var keys = 0
    private(set) var isAtEnd = false

    init(_ run: TermRun) {
      self.run = run
      base = UnsafeRawPointer(run.bytes.values.baseAddress)
      end = run.bytes.count
      next()
    }

    mutating func next() {
      guard let base, at < end else {
        isAtEnd = true
        return
      }
      let length = Int(base.loadUnaligned(fromByteOffset: at, as: UInt32.self))
      count = base.loadUnaligned(fromByteOffset: at + 4, as: UInt32.self)
      kept = Int(base.loadUnaligned(fromByteOffset: at + 8, as: UInt32.self))
      term = UnsafeBufferPointer(start: (base + at + 12).assumingMemoryBound(to: UInt8.self), count: length)
      head = TermBytes.head(term)
      keys = at + 12 + length
      at = keys + kept * 8
    }

    func key(_ index: Int) -> UInt64 {
      base?.loadUnaligned(fromByteOffset: keys + index * 8, as: UInt64.self) ?? 0
    }
  }
}

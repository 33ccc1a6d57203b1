import Dispatch
import Synchronization

/// Hands out what threads do while an export is read: parts of its files, and the unpacking of files that are packed,
/// whose parts come as they are unpacked. Unpacking goes first, because one thread alone can do it for a file, and all
/// others wait for it.
final class PartQueue: Sendable {
  /// How many bytes make a part.
  private let partSize: Int
  private let state: Mutex<State>
  /// Signalled once for each thread that waits when there is something new.
  private let news = DispatchSemaphore(value: 0)

  /// A part of the data.
  struct Part: Sendable {
    /// In the order in which parts came.
    var number: Int
    /// Where the part begins: parts order by it.
    var start: Location
    var content: Content

    enum Content: Sendable {
      case segments([Segment])
      case unpacked(PackedFile, Range<Int>)
    }
  }

  enum Work {
    case read(Part)
    /// By its place among the packed files.
    case unpack(Int)
  }

  fileprivate struct State {
    var files: [OpenFile]
    var parts: [Part] = []
    /// The part that is read next.
    var next = 0
    var packed: [Packed] = []
    var waiting = 0
    /// The error of the first file, in their order, that has one.
    var failure: (file: Int, error: ExportError)?
  }

  fileprivate struct Packed {
    var file: PackedFile
    /// What comes before is in parts.
    var start: Int
    /// A thread unpacks it.
    var isTaken = false
  }

  init(_ files: [OpenFile], partSize: Int) {
    self.partSize = partSize
    var state = State(files: files)
    var whole: [SourceFile] = []
    for file in files {
      switch file {
      case .whole(let file): whole.append(file)
      case .packed(let packed, let head):
        state.add(Splitter.split(whole, partSize: partSize))
        whole = []
        state.packed.append(Packed(file: packed, start: head.bodyStart))
        state.add(packed, head)
      }
    }
    state.add(Splitter.split(whole, partSize: partSize))
    self.state = Mutex(state)
  }
}

extension PartQueue {
  /// At most so many threads find work at a time.
  var width: Int { state.withLock { $0.packed.isEmpty ? $0.parts.count : .max } }

  /// Waits for work if others may bring some.
  /// - Returns: nil if there is none, and none to come.
  func next() -> Work? {
    while true {
      let (work, isOver) = state.withLock { $0.take() }
      if isOver { return work }
      news.wait()
    }
  }

  /// Unpacks the next part of a file.
  /// - Returns: by how much the file is larger than was expected before.
  func unpack(_ place: Int) -> Int {
    let file = state.withLock { $0.packed[place].file }
    let expected = file.expectedCount
    do throws(ExportError) {
      try file.unpack(partSize)
      let unpacked = try file.unpacked()
      state.withLock { $0.add(file, unpacked) }
    } catch {
      fail(file.number, error)
    }
    let more = file.expectedCount - expected
    state.withLock { state in
      state.packed[place].isTaken = false
      while state.waiting > 0 {
        state.waiting -= 1
        news.signal()
      }
    }
    return more
  }

  /// Nothing more is read; only files before this one are still unpacked, in case that one of them is broken too.
  func fail(_ file: Int, _ error: ExportError) {
    state.withLock { if file < $0.failure?.file ?? .max { $0.failure = (file, error) } }
  }

  /// All files, and all parts in the order of the data.
  /// - Precondition: all work is done.
  func finish() throws(ExportError) -> (files: [SourceFile], parts: [Part]) {
    let state = state.withLock { $0 }
    if let failure = state.failure { throw failure.error }
    var files: [SourceFile] = []
    for file in state.files {
      switch file {
      case .whole(let file): files.append(file)
      case .packed(let file, _): files.append(try file.unpacked())
      }
    }
    return (files, state.parts.sorted { $0.start.packed < $1.start.packed })
  }
}

extension PartQueue.Part {
  func segments() throws(ExportError) -> [Segment] {
    switch content {
    case .segments(let segments): segments
    case .unpacked(let file, let range): [Segment(file: try file.unpacked(), range: range)]
    }
  }

  /// The same of files that are whole.
  func segments(of files: [SourceFile]) -> [Segment] {
    switch content {
    case .segments(let segments): segments
    case .unpacked(let file, let range): [Segment(file: files[file.number - 1], range: range)]
    }
  }

  /// Whether it was read when what follows it may not have been there yet.
  var wasCut: Bool {
    if case .unpacked(let file, _) = content { file.isCSV } else { false }
  }
}

extension PartQueue.State {
  fileprivate mutating func take() -> (PartQueue.Work?, isOver: Bool) {
    let last = failure?.file ?? .max
    if let place = packed.firstIndex(where: { !$0.isTaken && !$0.file.isWhole && $0.file.number < last }) {
      packed[place].isTaken = true
      return (.unpack(place), true)
    }
    if failure == nil, next < parts.count {
      next += 1
      return (.read(parts[next - 1]), true)
    }
    if packed.contains(where: \.isTaken) {
      waiting += 1
      return (nil, false)
    }
    return (nil, true)
  }

  fileprivate mutating func add(_ segments: [[Segment]]) {
    for segments in segments {
      guard let first = segments.first else { continue }
      add(Location(file: first.file.number, offset: first.range.lowerBound), .segments(segments))
    }
  }

  /// Makes a part of what is unpacked of a file and in none yet.
  fileprivate mutating func add(_ file: PackedFile, _ unpacked: SourceFile) {
    guard let place = packed.firstIndex(where: { $0.file === file }) else { return }
    let start = packed[place].start
    let end = file.isWhole ? unpacked.bytes.count : Splitter.lastCut(unpacked, after: start)
    guard let end, start < end else { return }
    packed[place].start = end
    add(Location(file: file.number, offset: start), .unpacked(file, start..<end))
  }

  private mutating func add(_ start: Location, _ content: PartQueue.Part.Content) {
    parts.append(PartQueue.Part(number: parts.count, start: start, content: content))
  }
}

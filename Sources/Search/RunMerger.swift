/// Walks several runs as one: each term once, in the order of bytes, with the keys of all.
struct RunMerger {
  private var cursors: [TermRun.Cursor]
  /// How many keys are kept of a term: the largest.
  private let most: Int
  private(set) var term: [UInt8] = []
  private(set) var count = 0
  /// Ascending, each once.
  private(set) var keys: [UInt64] = []
  private(set) var isAtEnd = false

  /// It stands at the first term.
  init(_ runs: [TermRun], most: Int) {
    cursors = runs.map { $0.cursor() }.filter { !$0.isAtEnd }
    self.most = most
    next()
  }
}

extension RunMerger {
  mutating func next() {
    guard var first = cursors.first else {
      isAtEnd = true
      return
    }
    for cursor in cursors.dropFirst() where RunMerger.precedes(cursor, first) { first = cursor }
    term.removeAll(keepingCapacity: true)
    term.append(contentsOf: first.term)
    count = 0
    keys.removeAll(keepingCapacity: true)
    var sources = 0
    for index in cursors.indices where isHere(cursors[index]) {
      count += Int(cursors[index].count)
      for place in 0..<cursors[index].kept { keys.append(cursors[index].key(place)) }
      cursors[index].next()
      sources += 1
    }
    if sources > 1 { keys.sort() }
    cursors.removeAll(where: \.isAtEnd)
    if keys.count > most { keys.removeFirst(keys.count - most) }
  }

  private func isHere(_ cursor: TermRun.Cursor) -> Bool {
    term.withUnsafeBufferPointer { TermBytes.compare($0, cursor.term) == 0 }
  }

  private static func precedes(_ a: TermRun.Cursor, _ b: TermRun.Cursor) -> Bool {
    a.head != b.head ? a.head < b.head : TermBytes.precedes(a.term, b.term)
  }
}

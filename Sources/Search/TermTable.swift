import Files

/// What one thread has met: by term the keys of what holds it, all of them or the largest few, and how many there were.
/// Keys that stand for newer messages are larger, so the largest are the newest.
public struct TermTable: ~Copyable {
  /// How many keys are kept of a term.
  private let most: Int
  private var entries: ContiguousArray<Entry> = []
  /// Open addressing: an index plus 1; 0 for free.
  private var slots = ContiguousArray<UInt32>(repeating: 0, count: 1 << 10)
  private var text: ContiguousArray<UInt8> = []
  /// In blocks of powers of two; those that grew out of theirs left them in `free`, by the size's logarithm.
  private var keys: ContiguousArray<UInt64> = []
  private var free = [[Int]](repeating: [], count: 40)

  private struct Entry {
    var hash: UInt32
    var textCount: UInt32
    var textStart: Int
    var keysStart: Int
    var kept: UInt32 = 0
    /// All that came.
    var count: UInt32 = 0
    var last: UInt64
    /// Of those that are kept, where no more fit.
    var least: UInt64 = 0
  }

  public init(most: Int = .max) { self.most = most }
}

extension TermTable {
  public var isEmpty: Bool { entries.isEmpty }

  /// About how many bytes it takes.
  public var size: Int {
    text.count + entries.count * MemoryLayout<Entry>.stride + slots.count * 4 + keys.count * 8
  }

  /// Adds a key to a term; one that the term was given last is not counted twice.
  public mutating func add(_ term: UnsafeBufferPointer<UInt8>, hash: UInt32, key: UInt64) {
    let index = index(of: term, hash)
    if entries[index].count > 0 && entries[index].last == key { return }
    entries[index].count += 1
    entries[index].last = key
    if Int(entries[index].kept) < most { keep(key, of: index) } else { replaceLeast(of: index, by: key) }
  }

  public mutating func add(_ term: String, key: UInt64) {
    var term = term
    term.withUTF8 { if !$0.isEmpty { add($0, hash: TermScanner.hash(of: $0), key: key) } }
  }

  /// Forgets all, and keeps the room.
  public mutating func removeAll() {
    entries.removeAll(keepingCapacity: true)
    text.removeAll(keepingCapacity: true)
    keys.removeAll(keepingCapacity: true)
    for index in slots.indices { slots[index] = 0 }
    for index in free.indices { free[index] = [] }
  }

  /// Appends all terms in the order of their bytes, each with its keys in ascending order.
  public func write(to run: TermRun) throws(FileError) {
    for index in sorted() {
      let entry = entries[index]
      var kept = Array(keys[entry.keysStart..<entry.keysStart + Int(entry.kept)])
      kept.sort()
      let term = Array(text[entry.textStart..<entry.textStart + Int(entry.textCount)])
      try run.append(term, count: entry.count, keys: kept)
    }
  }
}

extension TermTable {
  @inline(__always)
  private mutating func index(of term: UnsafeBufferPointer<UInt8>, _ hash: UInt32) -> Int {
    let mask = slots.count - 1
    var at = Int(hash &* 0x9E37_79B1) & mask
    while slots[at] != 0 {
      let index = Int(slots[at]) - 1
      if entries[index].hash == hash, Int(entries[index].textCount) == term.count, holds(term, at: index) {
        return index
      }
      at = (at + 1) & mask
    }
    slots[at] = UInt32(entries.count + 1)
    entries.append(
      Entry(hash: hash, textCount: UInt32(term.count), textStart: text.count, keysStart: block(0), last: 0))
    text.append(contentsOf: term)
    if entries.count * 2 > slots.count { grow() }
    return entries.count - 1
  }

  @inline(__always)
  private func holds(_ term: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    let start = entries[index].textStart
    for offset in 0..<term.count where text[start + offset] != term[offset] { return false }
    return true
  }

  private mutating func grow() {
    var larger = ContiguousArray<UInt32>(repeating: 0, count: slots.count * 2)
    let mask = larger.count - 1
    for (index, entry) in entries.enumerated() {
      var at = Int(entry.hash &* 0x9E37_79B1) & mask
      while larger[at] != 0 { at = (at + 1) & mask }
      larger[at] = UInt32(index + 1)
    }
    slots = larger
  }

  private mutating func keep(_ key: UInt64, of index: Int) {
    let kept = Int(entries[index].kept)
    if kept > 0, kept & (kept - 1) == 0 {
      let size = kept.trailingZeroBitCount
      let (old, new) = (entries[index].keysStart, block(size + 1))
      for offset in 0..<kept { keys[new + offset] = keys[old + offset] }
      free[size].append(old)
      entries[index].keysStart = new
    }
    keys[entries[index].keysStart + kept] = key
    entries[index].kept += 1
    if kept + 1 == most { findLeast(of: index) }
  }

  private mutating func replaceLeast(of index: Int, by key: UInt64) {
    guard key > entries[index].least else { return }
    let start = entries[index].keysStart
    for place in start..<start + most where keys[place] == entries[index].least {
      keys[place] = key
      break
    }
    findLeast(of: index)
  }

  private mutating func findLeast(of index: Int) {
    let start = entries[index].keysStart
    entries[index].least = keys[start..<start + most].min() ?? 0
  }

  /// - Parameter size: the logarithm of its room.
  private mutating func block(_ size: Int) -> Int {
    if let used = free[size].popLast() { return used }
    keys.append(contentsOf: repeatElement(0, count: 1 << size))
    return keys.count - 1 << size
  }

  /// By the terms' bytes.
  private func sorted() -> [Int] {
    text.withUnsafeBufferPointer { text in
      func bytes(_ index: Int) -> UnsafeBufferPointer<UInt8> {
        let entry = entries[index]
        return UnsafeBufferPointer(rebasing: text[entry.textStart..<entry.textStart + Int(entry.textCount)])
      }
      let heads = entries.indices.map { TermBytes.head(bytes($0)) }
      return entries.indices.sorted {
        heads[$0] != heads[$1] ? heads[$0] < heads[$1] : TermBytes.precedes(bytes($0), bytes($1))
      }
    }
  }
}

extension TermScanner {
  /// Adds every term of a text to a table.
  public mutating func add(
    _ text: UnsafeBufferPointer<UInt8>, longest: Int = TermScanner.longest, to table: inout TermTable, key: UInt64
  ) {
    scan(text, longest: longest) { table.add($0, hash: $1, key: key) }
  }
}

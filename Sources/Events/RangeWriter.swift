import Glibc

/// Puts packed records into blocks by the range of their customer: one for each thread that reads.
struct RangeWriter: ~Copyable {
  let ranges: CustomerRanges
  private let pool: BlockPool
  private let states: UnsafeMutablePointer<State>
  private(set) var runs: [[RecordRun]]
  private var part = 0
  /// Whether any record has a Conversation's id.
  private(set) var hasConversations = false
  private var base: UInt64 = 0

  private struct State {
    /// Where the next record goes.
    var at: UnsafeMutableRawPointer
    /// How many bytes are left.
    var room: Int
    var block: BlockPool.Block?
    var runStart = 0
    var records = 0
    var idBytes = 0
    var latest = Int64.min
    /// That of the run's first record.
    var brand: UInt32 = 0
  }

  init(_ ranges: CustomerRanges, _ pool: BlockPool) {
    self.ranges = ranges
    self.pool = pool
    runs = Array(repeating: [], count: ranges.count)
    states = .allocate(capacity: ranges.count)
    let nowhere = UnsafeMutableRawPointer(mutating: UnsafeRawPointer(WordPadding.base))
    states.initialize(repeating: State(at: nowhere, room: 0), count: ranges.count)
  }

  deinit { states.deallocate() }
}

/// Records of one range that one thread wrote of one part of a file, one behind another.
struct RecordRun: Sendable {
  /// The part's place in the order of the data.
  var part: Int
  var block: Int
  /// In the block.
  var bytes: Range<Int>
  var records: Int
  /// The room of the records' ids.
  var idBytes: Int
  /// The place from which the records' offsets count.
  var base: UInt64
  /// The latest record's instant, in milliseconds.
  var latest: Int64
  /// That of all records that name no other, as the batch numbers it.
  var brand: UInt32
}

extension RangeWriter {
  /// A new part begins, or another file in it.
  mutating func begin(part: Int, base: Location) {
    endRuns()
    self.part = part
    self.base = base.packed
  }

  /// The range of a customer of the brand that has the boundaries.
  @inline(__always)
  func range(of customer: PackedRecord.Text, in boundaries: Range<Int>) -> Int {
    boundaries.isEmpty ? boundaries.lowerBound : ranges.range(of: customer, in: boundaries)
  }

  /// Closes all runs, which are then in `runs`.
  mutating func endRuns() {
    for range in runs.indices { endRun(range) }
  }

  @inline(__always)
  mutating func write(
    _ event: ReadEvent, at location: UInt64, range: Int, brand: UInt32, _ texts: PackedRecord.Texts
  ) {
    let size = PackedRecord.mostWithoutTexts + texts.count
    if location &- base > UInt64(UInt32.max) { begin(part: part, base: Location(packed: location)) }
    if states[range].room < size { exchange(range, atLeast: size) }
    let state = states + range
    let at = state.pointee.at
    if state.pointee.records == 0 { state.pointee.brand = brand }
    let offset = UInt32(truncatingIfNeeded: location &- base)
    var rest = PackedRecord.write(
      event, offset: offset, brand: brand, runBrand: state.pointee.brand, texts, to: at)
    rest = RangeWriter.copy(texts.customer, to: rest)
    if !texts.conversation.isEmpty {
      rest = RangeWriter.copy(texts.conversation, to: rest)
      hasConversations = true
    }
    rest = RangeWriter.copy(texts.id, to: rest)
    state.pointee.at = rest
    state.pointee.room -= rest - at
    state.pointee.records += 1
    state.pointee.idBytes += EventIDs.Place.room(texts.id.count)
    state.pointee.latest = max(state.pointee.latest, event.milliseconds)
  }
}

extension RangeWriter {
  /// Short texts are copied by words; what is behind a text in the input, and in the block, may be read and written.
  @inline(__always)
  private static func copy(
    _ text: PackedRecord.Text, to target: UnsafeMutableRawPointer
  ) -> UnsafeMutableRawPointer {
    if text.count <= 8, let from = text.baseAddress {
      target.storeBytes(of: UnsafeRawPointer(from).loadUnaligned(as: UInt64.self), as: UInt64.self)
    } else if text.count <= 16, let from = UnsafeRawPointer(text.baseAddress) {
      let last = text.count - 8
      target.storeBytes(of: from.loadUnaligned(as: UInt64.self), as: UInt64.self)
      (target + last).storeBytes(of: (from + last).loadUnaligned(as: UInt64.self), as: UInt64.self)
    } else if let from = text.baseAddress {
      memcpy(target, from, text.count)
    }
    return target + text.count
  }

  private mutating func exchange(_ range: Int, atLeast size: Int) {
    endRun(range)
    let block = pool.exchange(states[range].block, atLeast: size)
    states[range] = State(at: block.memory, room: block.size, block: block)
  }

  private mutating func endRun(_ range: Int) {
    guard states[range].records > 0, let block = states[range].block else { return }
    let end = states[range].at - block.memory
    runs[range].append(
      RecordRun(
        part: part, block: block.index, bytes: states[range].runStart..<end, records: states[range].records,
        idBytes: states[range].idBytes, base: base, latest: states[range].latest, brand: states[range].brand))
    states[range].runStart = end
    states[range].records = 0
    states[range].idBytes = 0
    states[range].latest = .min
  }
}

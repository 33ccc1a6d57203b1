import Time

/// All items of an export as finished lines in one buffer, in order of their timestamps.
struct ItemLog {
  private struct Entry {
    var at: Instant
    var sequence: Int
    var bytes: Range<Int>
  }

  let staff: Staff
  let topics: TopicTree
  private let first: Instant
  private var text: [UInt8] = []
  private var entries: [Entry] = []

  init(staff: Staff, topics: TopicTree, first: CivilDate, last: CivilDate) {
    self.staff = staff
    self.topics = topics
    self.first = ShopClock.instant(first, millisecondOfDay: 0)
  }
}

extension ItemLog {
  var count: Int { entries.count }

  /// Takes over what happened to a customer within the days of the export.
  mutating func append(_ story: Story) {
    let ordered = story.items.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
    let within = ordered.map(\.element).filter { $0.at >= first }
    for item in ConversationIds.assign(to: within, end: story.end, random: story.random) {
      let start = text.count
      text += ItemWriter.line(item, of: story.customer)
      let at = ItemWriter.timestamp(item)
      entries.append(Entry(at: at, sequence: entries.count, bytes: start..<text.count))
    }
  }

  mutating func sort() {
    entries.sort { ($0.at, $0.sequence) < ($1.at, $1.sequence) }
  }

  /// The lines of a day, after those of the last two hours before it, which the folder of the day before has as well.
  func lines(of day: CivilDate, broken: inout BrokenLines?) -> [UInt8] {
    let start = ShopClock.instant(day, millisecondOfDay: 0)
    let end = ShopClock.instant(day.advanced(by: 1), millisecondOfDay: 0)
    var lines: [UInt8] = []
    for i in index(of: start - .hours(2))..<index(of: end) {
      let line = text[entries[i].bytes]
      lines += line
      if entries[i].at >= start, let more = broken?.lines(after: Array(line), at: i) { lines += more }
    }
    return lines
  }

  /// The first entry that is not earlier.
  private func index(of instant: Instant) -> Int {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].at < instant { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

import Gzip
import Time

/// An invented shop's data export, in the format of Gladly's: one folder a day.
///
/// The same values give the same bytes on every machine. The shop is called Brindlecroft, sells tools for the garden,
/// and keeps New York time. One customer, Josephine Adeyemi, lives the manual's worked example.
public struct DemoExport: Sendable {
  /// The zone in which the shop's days begin and end.
  public static let zone = ShopClock.zone

  private let customers: Int
  private let first: CivilDate
  private let last: CivilDate
  private let seed: UInt64
  private let badRecords: Bool
  private let compressed: Bool

  /// - Parameters:
  ///   - customers: how many people wrote, at least 1.
  ///   - days: how many days the export covers, at least 1.
  ///   - badRecords: whether about one line in a thousand is broken, repeated or restated.
  ///   - compressed: whether the files are gzip, their names ending in `.gz`.
  ///   - end: the last day.
  public init(
    customers: Int, days: Int, seed: UInt64, badRecords: Bool = false, compressed: Bool = false,
    end: CivilDate = CivilDate(year: 2026, month: 3, day: 29)
  ) {
    self.customers = max(1, customers)
    self.seed = seed
    self.badRecords = badRecords
    self.compressed = compressed
    last = end
    first = end.advanced(by: 1 - max(1, days))
  }
}

extension DemoExport {
  /// Makes the files and hands each over, with its path below the export's folder, in the order of the paths.
  public func write(_ emit: (_ path: String, _ bytes: [UInt8]) throws -> Void) rethrows {
    let staff = Staff(seed: seed)
    let topics = TopicTree(seed: seed)
    var log = ItemLog(staff: staff, topics: topics, first: first, last: last)
    for number in 0..<customers { log.append(story(number, staff, topics)) }
    log.sort()
    try emitFolders(log, emit)
  }
}

extension DemoExport {
  private func emitFolders(_ log: ItemLog, _ emit: (String, [UInt8]) throws -> Void) rethrows {
    var broken = badRecords ? BrokenLines(goodLines: log.count, seed: seed) : nil
    for day in first...last {
      let isEdge = day == first || day == last
      if isEdge { try file("agents", day, log.staff.agents.flatMap(ItemWriter.line), emit) }
      try file("conversation_items", day, log.lines(of: day, broken: &broken), emit)
      if isEdge {
        try file("customers", day, people(isLater: day != first), emit)
        try file("topics", day, log.topics.topics.flatMap(ItemWriter.line), emit)
      }
    }
  }

  private func file(
    _ name: String, _ day: CivilDate, _ bytes: [UInt8], _ emit: (String, [UInt8]) throws -> Void
  ) rethrows {
    let path = "\(day)/\(name).jsonl"
    if compressed { try emit(path + ".gz", GzipPacker.pack(bytes)) } else { try emit(path, bytes) }
  }

  private func people(isLater: Bool) -> [UInt8] {
    (0..<customers).flatMap { ItemWriter.line(customer($0), number: $0, isLater: isLater) }
  }

  private func customer(_ number: Int) -> Customer {
    number == WorkedExample.number ? WorkedExample.customer(seed: seed) : Customer(number: number, seed: seed)
  }

  private func story(_ number: Int, _ staff: Staff, _ topics: TopicTree) -> Story {
    let end = ShopClock.instant(last.advanced(by: 1), millisecondOfDay: 0)
    let random = RandomSource(seed: seed, part: UInt64(number) << 1 | 1)
    var story = Story(customer: customer(number), staff: staff, topics: topics, end: end, random: random)
    if number == WorkedExample.number {
      WorkedExample.tell(&story, on: WorkedExample.day(first: first, last: last), agent: staff.agents[0])
    } else {
      live(&story, number)
    }
    return story
  }

  /// How often a customer writes: most once or twice, few often, and a handful every day.
  private func live(_ story: inout Story, _ number: Int) {
    let arrivals = Arrivals(first: first, last: last)
    let days = first.distance(to: last) + 1
    let isBusy = customers >= 20 && number <= max(2, customers / 500)
    let tail = Double(days) / 60 * (1 / max(1e-6, story.random.unit()).squareRoot() - 1)
    let count = isBusy ? days * 9 / 10 : 1 + min(Int(tail * 1.1 + story.random.unit() * 0.6), days / 2)
    let starts = (0..<count).map { _ in arrivals.next(&story.random) }.sorted()
    for start in starts { story.begin(at: start) }
  }
}

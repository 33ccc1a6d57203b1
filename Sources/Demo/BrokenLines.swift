/// Lines that no reader can take, and lines that say one thing twice, made from good ones.
struct BrokenLines {
  private var random: RandomSource
  /// Which of the good lines one follows.
  private let positions: [Int]
  private var next = 0

  /// About one to a thousand lines, but at least one of each kind.
  init(goodLines: Int, seed: UInt64) {
    random = RandomSource(seed: seed, part: 0xBAD)
    let count = max(Kind.allCases.count, goodLines / 1000)
    var drawn: [Int] = []
    for _ in 0..<(goodLines == 0 ? 0 : count) { drawn.append(random.within(0...goodLines - 1)) }
    positions = drawn.sorted()
  }

  private enum Kind: CaseIterable {
    case truncated, noCustomer, impossibleDate, wrongType, notJSON, repeated, restated
  }
}

extension BrokenLines {
  /// What follows the good line at a place of the whole export: nothing, most often.
  mutating func lines(after good: [UInt8], at position: Int) -> [UInt8] {
    var lines: [UInt8] = []
    while next < positions.count, positions[next] <= position {
      lines += broken(Kind.allCases[next % Kind.allCases.count], String(decoding: good, as: UTF8.self)).utf8
      next += 1
    }
    return lines
  }

  private mutating func broken(_ kind: Kind, _ good: String) -> String {
    switch kind {
    case .truncated: String(good.prefix(good.count * random.within(30...90) / 100)) + "\n"
    case .noCustomer: fresh(good).replacing("\"customerId\":", with: "\"customer\":")
    case .impossibleDate: fresh(good).replacing("\"timestamp\":\"2", with: "\"timestamp\":\"2026-02-31T25:00:00Z 2")
    case .wrongType: "{\"id\":\(random.within(1...99)),\"customerId\":[],\"timestamp\":true,\"content\":\"none\"}\n"
    case .notJSON: "<html><body>502 Bad Gateway</body></html>\n"
    case .repeated: good
    case .restated: good.replacing("\"content\":{", with: "\"redacted\":true,\"content\":{")
    }
  }

  /// The line with another id, so that the good one is not restated by it.
  private mutating func fresh(_ good: String) -> String {
    guard good.hasPrefix("{\"id\":\""), good.count > 29 else { return good }
    return "{\"id\":\"\(random.identifier())\(good.dropFirst(29))"
  }
}

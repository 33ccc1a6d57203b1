/// Some of the facts by their positions: each is read where it lies when it is asked for, so that no page copies the
/// facts of its days.
struct FactRun<Fact: BitwiseCopyable & Sendable>: RandomAccessCollection, Sendable {
  let facts: FactColumn<Fact>
  let positions: [UInt32]

  var startIndex: Int { 0 }
  var endIndex: Int { positions.count }
  var indices: Range<Int> { 0..<positions.count }

  subscript(place: Int) -> Fact { facts[Int(positions[place])] }
}

extension FactRun {
  func filter(_ isKept: (Fact) -> Bool) -> FactRun {
    FactRun(facts: facts, positions: positions.filter { isKept(facts[Int($0)]) })
  }

  /// Divided into so many parts; a fact without an index is in none.
  func divided(into count: Int, by index: (Fact) -> Int?) -> [FactRun] {
    var parts: [[UInt32]] = Array(repeating: [], count: count)
    for position in positions {
      if let index = index(facts[Int(position)]) { parts[index].append(position) }
    }
    return parts.map { FactRun(facts: facts, positions: $0) }
  }

  /// By what they have in common; a fact of several keys is in the run of each.
  func grouped<Keys: Sequence>(by keys: (Fact) -> Keys) -> [Keys.Element: FactRun] where Keys.Element: Hashable {
    var groups: [Keys.Element: [UInt32]] = [:]
    for position in positions {
      for key in keys(facts[Int(position)]) { groups[key, default: []].append(position) }
    }
    return groups.mapValues { FactRun(facts: facts, positions: $0) }
  }
}

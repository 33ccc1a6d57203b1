/// Different people, by their numbers.
struct PeopleSet: Sendable, Equatable {
  /// Each once, least first.
  let numbers: [UInt32]

  init(_ numbers: some Sequence<UInt32>) {
    var all: [UInt32] = []
    for number in numbers where number != all.last { all.append(number) }
    all.sort()
    var last: UInt32?
    all.removeAll { number in
      defer { last = number }
      return number == last
    }
    self.numbers = all
  }

  /// Everyone who is in any of them.
  init(union sets: some Sequence<PeopleSet>) { self.init(sets.lazy.flatMap(\.numbers)) }
}

extension PeopleSet {
  var count: Int { numbers.count }
  var isEmpty: Bool { numbers.isEmpty }

  /// Whether it is of someone, but of fewer than `least`.
  func isFew(_ least: Int) -> Bool { !isEmpty && count < least }
}

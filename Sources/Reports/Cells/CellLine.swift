/// Numbers that add up to a total that is told: which of them are hidden, so that nobody gets one by subtraction.
enum CellLine {
  /// Hides those of few people, then the smallest of the others until what is hidden together is two numbers or more, of
  /// `least` people or more: their sum follows from the total. Numbers of nobody are told.
  ///
  /// - Parameters:
  ///   - isHidden: those that are hidden already; more are when it returns.
  ///   - least: fewer people are few.
  static func protect(_ people: [PeopleSet], _ isHidden: inout [Bool], least: Int) {
    for place in people.indices where people[place].isFew(least) { isHidden[place] = true }
    while !isProtected(people, isHidden, least: least), let next = smallest(people, isHidden) { isHidden[next] = true }
  }

  /// Whether what is hidden follows from nothing, and its sum is not about few people.
  static func isProtected(_ people: [PeopleSet], _ isHidden: [Bool], least: Int) -> Bool {
    let hidden = people.indices.filter { isHidden[$0] && !people[$0].isEmpty }
    return hidden.isEmpty || hidden.count > 1 && !isFewTogether(hidden.map { people[$0] }, least)
  }

  /// Whether sets are of someone together, but of fewer than `least`.
  static func isFewTogether(_ sets: [PeopleSet], _ least: Int) -> Bool {
    sets.allSatisfy { $0.count < least } && PeopleSet(union: sets).isFew(least)
  }

  /// The first of those of the fewest people, of someone each, that is not hidden.
  static func smallest(_ people: [PeopleSet], _ isHidden: [Bool]) -> Int? {
    people.indices.filter { !isHidden[$0] && !people[$0].isEmpty }
      .min { (people[$0].count, $0) < (people[$1].count, $1) }
  }
}

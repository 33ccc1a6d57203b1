/// The full hours of a piece of the axis, on the local clock, and which of them are labelled.
struct LaneHours {
  struct Tick: Equatable {
    var instant: Int64
    /// On the local clock, 0 to 23.
    var hour: Int
    var isLabelled: Bool
    /// Every second label, which goes where there is little room.
    var isOdd: Bool
  }

  private(set) var ticks: [Tick] = []
  /// When a new day begins.
  private(set) var midnights: [Int64] = []

  /// Every hour in a short piece, else every second or more, so that a label has 45 pixels; an hour has `hourWidth`.
  init(_ piece: FoldedAxis.Piece, hourWidth: Double, offset: (Int64) -> Int64) {
    let step = LaneHours.step(hours: piece.length / Double(Int64.hour), hourWidth: hourWidth)
    var instant = LaneHours.fullHour(from: piece.from, offset)
    while instant <= piece.to {
      let hour = Int(LaneHours.modulo(instant + offset(instant), .day) / .hour)
      if hour == 0 { midnights.append(instant) }
      if hour % step == 0 || step == 2 {
        ticks.append(
          Tick(
            instant: instant, hour: hour, isLabelled: hour % step == 0 && step < 24,
            isOdd: step != 2 && hour / step % 2 == 1))
      }
      instant = LaneHours.fullHour(from: instant + 1, offset)
    }
  }
}

extension LaneHours {
  /// Every hour in a short piece, else every second or more, so that a label has 45 pixels.
  private static func step(hours: Double, hourWidth: Double) -> Int {
    steps.first { ($0 > 1 || hours <= 4) && Double($0) * hourWidth >= 45 } ?? 24
  }

  private static let steps = [1, 2, 3, 4, 6, 12]

  /// The first instant not before that one at which the local clock strikes.
  private static func fullHour(from instant: Int64, _ offset: (Int64) -> Int64) -> Int64 {
    let past = modulo(instant + offset(instant), .hour)
    return past == 0 ? instant : instant + .hour - past
  }

  private static func modulo(_ number: Int64, _ divisor: Int64) -> Int64 {
    let rest = number % divisor
    return rest < 0 ? rest + divisor : rest
  }
}

import Charts

extension Table.Cell {
  /// A bar beside a number, on the scale of its column; nothing for what is not more than zero.
  static func bar(_ number: Double?, of most: Double, _ role: Role) -> Table.Cell {
    guard let number, number > 0, most > 0 else { return .text("") }
    let share = max(1, Int((number / most * 10_000).rounded()))
    return .markup(CellBar(segments: [.init(share, role)], most: 10_000).render())
  }
}

/// Which numbers of a table with a total of its own are hidden.
struct RowScreen: Sendable {
  private let screen: CellScreen

  /// Nil for an audience that is told every number.
  init?<Fact: OfParty>(_ rows: [FactRun<Fact>], _ splits: [CellSplit<Fact>], _ context: ReportContext) {
    guard let least = context.smallestGroup else { return nil }
    let parties = context.parties
    screen = CellScreen(rows, sheets: [0..<rows.count], splits: splits, least: least) { parties[$0.party] }
  }
}

extension RowScreen {
  func hides(_ key: String, row: Int) -> Bool { isLeftOut || screen.hides(key, row: row) }
  func hidesTotal(_ key: String) -> Bool { screen.hidesTotal(key) }
  /// Whether even the totals would give something back.
  var isLeftOut: Bool { screen.isLeftOut(sheet: 0) }
}

import Diagnostics
import Testing

@testable import Reports

@Suite struct FigureSizesTests {
  @Test func showsOnHowManyAMeasureRests() {
    let rows = table([(share(.session), [rate(of: 10), rate(of: 4)])])
    #expect(shown(rows) == [true])
  }

  @Test func showsThemBehindTheLastOfNeighbours() {
    let rows = table([
      (share(.session), [rate(of: 10), rate(of: 4)]), (share(.session), [rate(of: 10), rate(of: 4)]),
      (share(.session), [rate(of: 9), rate(of: 4)]),
    ])
    #expect(shown(rows) == [false, true, true])
  }

  @Test func leavesOutWhatAColumnCounts() {
    let counts: [MeasureReading] = [.init(.count(10)), .init(.count(0))]
    let rates = [rate(of: 10), MeasureReading(.nothing)]
    for (unit, anchor, isShown) in [
      (Measure.Unit.session, Measure.Anchor.start, false), (.contact, .start, true), (.session, .end, true),
    ] {
      let rows = table([(measure(unit, anchor, .count), counts), (share(.session), rates)])
      #expect(shown(rows) == [false, isShown], "\(unit) by \(anchor)")
    }
    let fewer = table([(measure(.session, .start, .count), [.init(.count(9))]), (share(.session), [rate(of: 10)])])
    #expect(shown(fewer) == [false, true])
  }

  @Test func looksAtTheWholeToo() {
    var rows = table([(share(.session), [rate(of: 10)]), (share(.session), [rate(of: 10)])])
    rows.total = [.reading(rate(of: 12)), .reading(rate(of: 12))]
    #expect(shown(rows) == [false, true])
    rows.total = [.reading(rate(of: 12)), .reading(rate(of: 13))]
    #expect(shown(rows) == [true, true])
  }

  @Test func showsNoneBehindWhatIsNoMeasure() {
    var rows = table([(share(.session), [rate(of: 10)])])
    rows.columns.insert(.init(name: "channel", title: "Channel", format: .channel, measure: nil), at: 0)
    rows.rows = rows.rows.map { .init(values: [.key("chat", label: "Chat")] + $0.values) }
    #expect(shown(rows) == [false, true])
  }
}

extension FigureSizesTests {
  private func shown(_ rows: FigureRows) -> [Bool] {
    let sizes = FigureSizes(Array(rows.columns.indices), in: rows)
    return rows.columns.indices.map { sizes.isShown(behind: $0) }
  }

  private func table(_ columns: [(measure: Measure, readings: [MeasureReading])]) -> FigureRows {
    FigureRows(
      columns: columns.map { .init(name: $0.measure.name, title: "T", format: nil, measure: $0.measure) },
      rows: (0..<(columns.first?.readings.count ?? 0)).map { row in
        .init(values: columns.map { .reading($0.readings[row]) })
      })
  }

  private func rate(of n: Int) -> MeasureReading { MeasureReading(.share(1, of: n), n: n) }

  private func share(_ unit: Measure.Unit) -> Measure { measure(unit, .start, .percent) }

  private func measure(_ unit: Measure.Unit, _ anchor: Measure.Anchor, _ format: Measure.Format) -> Measure {
    Measure(
      name: "m", title: "M", sentence: "S", unit: unit, anchor: anchor, format: format, minimum: 0,
      place: Place(path: "measures.yml"), definition: .sql("1", n: nil))
  }
}

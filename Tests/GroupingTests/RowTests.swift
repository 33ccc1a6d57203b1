import Testing

@testable import Grouping

@Suite struct RowTests {
  @Test func keepsWhatIsAppendedHoweverMuch() {
    var row = Row<Int>()
    for number in 0..<1000 { row.append(number) }
    row[7] += 100
    #expect(row.count == 1000)
    #expect((0..<1000).allSatisfy { row[$0] == ($0 == 7 ? 107 : $0) })
    row.removeAll()
    #expect(row.count == 0)
    row.append(3)
    #expect(row[0] == 3)
  }
}

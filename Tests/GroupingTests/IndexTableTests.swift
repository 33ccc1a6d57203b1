import Testing

@testable import Grouping

@Suite struct IndexTableTests {
  @Test func keepsTheFirstValueOfAKeyThroughGrowth() {
    var table = IndexTable()
    for round in 0..<3 {
      for key in 0..<1000 { #expect(table.value(of: UInt64(key) << 16, orInsert: key + round) == key + round) }
      for key in 0..<1000 {
        #expect(table.value(of: UInt64(key) << 16, orInsert: -1) == key + round)
        #expect(table[UInt64(key) << 16] == key + round)
      }
      #expect(table[1] == nil)
      table.removeAll()
      #expect(table[0] == nil)
    }
  }
}

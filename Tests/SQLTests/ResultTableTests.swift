import SQL
import Testing

@Suite struct ResultTableTests {
  @Test func tellsValuesOfDifferentClassesApart() {
    #expect(ResultValue.integer(1) != .real(1))
    #expect(ResultValue.text("") != .null)
  }
}

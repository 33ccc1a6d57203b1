import Diagnostics
import Testing

@Suite struct PlaceTests {
  @Test(arguments: [
    (0, 1, 1, "ab"), (1, 1, 2, "ab"), (2, 1, 3, "ab"), (3, 2, 1, "éx"), (5, 2, 2, "éx"), (7, 3, 1, ""),
    (8, 4, 1, "end"),
    (11, 4, 4, "end"), (99, 4, 4, "end"), (-1, 1, 1, "ab"),
  ])
  func findsLineAndColumn(offset: Int, line: Int, column: Int, text: String) {
    let place = Place(path: "p", source: Array("ab\néx\n\nend".utf8), offset: offset)
    #expect(place == Place(path: "p", line: line, column: column, text: text), "offset \(offset)")
  }

  @Test func leavesCarriageReturnsOut() {
    let place = Place(path: "p", source: Array("ab\r\ncd\r\n".utf8), offset: 5)
    #expect(place == Place(path: "p", line: 2, column: 2, text: "cd"))
  }

  @Test func standsInEmptyFile() {
    #expect(Place(path: "p", source: [], offset: 0).description == "p:1:1")
  }
}

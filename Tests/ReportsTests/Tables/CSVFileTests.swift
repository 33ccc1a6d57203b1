import Testing

@testable import Reports

@Suite struct CSVFileTests {
  /// With room for a page in memory, so that the rows go to a scratch file.
  @Test(arguments: [4096, Int.max])
  func holdsEveryRowOnce(limit: Int) throws {
    var file = CSVFile(header: ["row", "text"], inMemory: limit)
    var whole = CSVWriter(header: ["row", "text"])
    for row in 0..<40_000 {
      file.writer.add(number: row)
      file.writer.add(text: "=\(row)")
      file.writer.endRow()
      try file.flush()
      whole.append([.number(row), .text("=\(row)")])
    }
    let rows = try file.finish()
    #expect(rows.isSpilled == (limit == 4096))
    #expect(Report.File(address: "rows.csv", rows: rows).bytes == whole.bytes)
  }

  @Test(arguments: ["", "a", "7", "=1", " =1", "\t", "é", "＝1", "-2", "a,b", "\"q\"", "\u{200B}=1"])
  func guardsTextAsTheModelOfARowDoes(text: String) {
    var (bytes, model) = (CSVWriter(header: ["text"]), CSVWriter(header: ["text"]))
    bytes.add(text: text)
    bytes.endRow()
    model.append([.text(text)])
    #expect(bytes.bytes == model.bytes)
  }
}

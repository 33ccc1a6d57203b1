import Demo
import Testing
import Time

@Suite struct BadRecordsTests {
  private let good = ExportedFiles(DemoExport(customers: 200, days: 40, seed: 3))
  private let bad = ExportedFiles(DemoExport(customers: 200, days: 40, seed: 3, badRecords: true))

  @Test func addsBrokenLinesOnlyWhenAsked() {
    #expect(unreadable(good) == 0)
    let count = unreadable(bad)
    #expect((5...30).contains(count), "\(count)")
  }

  @Test func keepsEveryGoodLine() {
    for path in good.paths {
      #expect(Set(good.lines(path)).subtracting(bad.lines(path)) == [], "\(path)")
    }
  }

  @Test func repeatsOneRecordAsItIsAndRestatesAnother() {
    let texts = itemLines(bad).map { String(decoding: $0, as: UTF8.self) }
    #expect(texts.contains { $0.contains("\"redacted\":true") })
    #expect(itemLines(bad).count - Set(itemLines(bad)).count > itemLines(good).count - Set(itemLines(good)).count)
  }

  @Test func survivesAnExportWithoutMoreThanTheExample() {
    #expect(unreadable(ExportedFiles(DemoExport(customers: 1, days: 1, seed: 2, badRecords: true))) > 0)
  }

  private func itemLines(_ files: ExportedFiles) -> [[UInt8]] {
    files.paths.filter { $0.hasSuffix("conversation_items.jsonl") }.flatMap(files.lines)
  }

  private func unreadable(_ files: ExportedFiles) -> Int {
    itemLines(files).count { line in
      guard let item = ExportedFiles.object(line), item["customerId"] is String else {
        return true
      }
      return Instant(ExportedItem(item).time) == nil
    }
  }
}

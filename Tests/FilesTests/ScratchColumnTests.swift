import Testing

@testable import Files

@Suite struct ScratchColumnTests {
  @Test(arguments: [0, 1 << 30]) func keepsWhatIsAppendedInMemoryAndInAFile(inMemory: Int) throws {
    let column = ScratchColumn<UInt64>(inMemory: inMemory)
    for value in 0..<10_000 as Range<UInt64> { try column.append(value * 3) }
    try (0..<5_000).map { UInt64($0) }.withUnsafeBufferPointer { try column.append(contentsOf: $0) }
    #expect(column.isSpilled == (inMemory == 0))
    #expect(Array(column.values) == (0..<10_000).map { $0 * 3 } + (0..<5_000).map { $0 })
    column.release()
    #expect(column[9_999] == 29_997 && column[14_999] == 4_999)
  }

  @Test func makesRoomThatIsWrittenLater() throws {
    let column = ScratchColumn<UInt32>(inMemory: 0)
    try column.resize(100_000)
    for index in 0..<100_000 { column[index] = UInt32(index) }
    try column.resize(200_000)
    #expect(column.count == 200_000 && column[99_999] == 99_999)
  }
}

@Suite struct MemoryBudgetTests {
  @Test(arguments: [
    ("512M", 512 << 20), ("2G", 2 << 30), ("2g", 2 << 30), ("800000K", 800_000 << 10), ("67108864", 64 << 20),
  ])
  func readsNumbersAndUnits(text: String, bytes: Int) { #expect(MemoryBudget(text)?.bytes == bytes) }

  @Test(arguments: ["", "M", "1M", "-1G", "1.5G", "5 G", "512MB", "99999999999G"])
  func refusesWhatIsNoSizeOrTooLittle(text: String) { #expect(MemoryBudget(text) == nil) }

  @Test func writesASizeThatReadsBack() {
    #expect(MemoryBudget(bytes: 512 << 20).description == "512M")
    #expect(MemoryBudget(bytes: (1 << 30) + 5).description == "1073741829")
  }
}

import Glibc
import Testing

@testable import Files

@Suite(.serialized) struct ScratchPagesTests {
  private let count = 1 << 18

  /// In a file, every page of it touched.
  private func column() throws -> ScratchColumn<UInt64> {
    let column = ScratchColumn<UInt64>(inMemory: 0)
    try column.resize(count)
    for index in 0..<count { column[index] = UInt64(index) }
    return column
  }

  /// Kilobytes of a column that are the process' own memory.
  private func resident(_ column: ScratchColumn<UInt64>) throws -> Int {
    let start = String(UInt(bitPattern: column.values.baseAddress), radix: 16)
    let lines = try mappings.split(separator: "\n")
    let region = try #require(lines.firstIndex { $0.hasPrefix(start + "-") })
    let told = try #require(lines[region...].first { $0.hasPrefix("Rss:") })
    return try #require(Int(told.filter(\.isNumber)))
  }

  /// The system's account of the process' memory, a file that does not say how long it is.
  private var mappings: String {
    get throws {
      let file = try #require(fopen("/proc/self/smaps", "r"))
      defer { fclose(file) }
      var bytes: [UInt8] = []
      while case let byte = getc(file), byte != EOF { bytes.append(UInt8(byte)) }
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  @Test func letsGoOfWhatWasReadAndKeepsTheValues() throws {
    let column = try column()
    // Less than this is left in peace; other tests' columns may make it more.
    ScratchPages.release(above: 8 * count - 1)
    #expect(try resident(column) == 0)
    #expect(column.values.enumerated().allSatisfy { UInt64($0.offset) == $0.element })
  }

  @Test func aKeeperLetsGoWhileColumnsGrowAndAreWritten() throws {
    let keeper = ScratchKeeper(within: MemoryBudget(bytes: 0))
    let columns = try (0..<8).map { _ in try column() }
    for turn in 0..<40 {
      for column in columns {
        try column.append(UInt64(column.count))
        for index in stride(from: turn, to: count, by: 40) { column[index] += 1 }
      }
      usleep(5_000)
    }
    withExtendedLifetime(keeper) {}
    for column in columns {
      #expect((0..<count).allSatisfy { column[$0] == UInt64($0) + 1 } && column.count == count + 40)
      #expect((count..<count + 40).allSatisfy { column[$0] == UInt64($0) })
    }
  }
}

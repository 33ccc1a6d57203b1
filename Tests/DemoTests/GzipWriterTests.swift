import Foundation
import Testing

@testable import Demo

@Suite struct GzipWriterTests {
  @Test(arguments: ["", "a", String(repeating: "garden ", count: 40_000)])
  func packsWhatGunzipUnpacks(_ text: String) throws {
    #expect(try gunzip(GzipWriter.compress(Array(text.utf8))) == Array(text.utf8))
  }

  @Test func writesNoTimeIntoTheHeader() {
    #expect(Array(GzipWriter.compress([1, 2, 3]).prefix(10)) == [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3])
  }

  @Test func packsAWholeExport() throws {
    let plain = ExportedFiles(DemoExport(customers: 5, days: 3, seed: 1))
    let packed = ExportedFiles(DemoExport(customers: 5, days: 3, seed: 1, compressed: true))
    #expect(packed.paths == plain.paths.map { $0 + ".gz" })
    for path in plain.paths { #expect(try gunzip(packed.bytes[path + ".gz"] ?? []) == plain.bytes[path]) }
  }

  private func gunzip(_ bytes: [UInt8]) throws -> [UInt8] {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).gz")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/gzip")
    process.arguments = ["-dc", file.path]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return Array(data)
  }
}

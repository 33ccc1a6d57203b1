import Foundation
import Gzip
import Testing

@Suite struct GzipCodecTests {
  @Test(arguments: ["", "a", String(repeating: "garden ", count: 40_000)])
  func packsWhatGunzipUnpacks(_ text: String) throws {
    #expect(try gunzip(GzipCodec.pack(Array(text.utf8))) == Array(text.utf8))
  }

  @Test func writesNoTimeIntoTheHeader() {
    #expect(Array(GzipCodec.pack([1, 2, 3]).prefix(10)) == [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3])
  }

  @Test func unpacksMembersOneAfterAnotherAndThePaddingBehindThem() {
    let packed = GzipCodec.pack(Array("gar".utf8)) + GzipCodec.pack(Array("den".utf8)) + [0, 0, 0]
    #expect(unpack(packed) == ("garden", nil))
  }

  @Test func unpacksInPieces() {
    let text = String(repeating: "0123456789", count: 100_000)
    #expect(unpack(GzipCodec.pack(Array(text.utf8))) == (text, nil))
  }

  @Test func tellsWhereTheStreamBreaks() {
    let packed = GzipCodec.pack(Array("garden".utf8))
    #expect(unpack(Array(packed.dropLast())).brokenAt == packed.count - 1)
    #expect(unpack([]).brokenAt == 0)
    #expect(unpack(packed + [1, 2, 3]).brokenAt.map { $0 >= packed.count } == true)
  }

  private func unpack(_ packed: [UInt8]) -> (text: String, brokenAt: Int?) {
    var bytes: [UInt8] = []
    let offset = packed.withUnsafeBufferPointer { packed in GzipCodec.unpack(packed) { bytes += $0 } }
    return (String(decoding: bytes, as: UTF8.self), offset)
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

import Foundation
import Gzip
import Testing

@Suite struct GzipTests {
  @Test(arguments: ["", "a", String(repeating: "garden ", count: 40_000)])
  func packsWhatGunzipUnpacks(_ text: String) throws {
    #expect(try gunzip(GzipPacker.pack(Array(text.utf8))) == Array(text.utf8))
  }

  @Test func writesNoTimeIntoTheHeader() {
    #expect(Array(GzipPacker.pack([1, 2, 3]).prefix(10)) == [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3])
  }

  @Test func unpacksMembersOneAfterAnotherAndThePaddingBehindThem() {
    let packed = GzipPacker.pack(Array("gar".utf8)) + GzipPacker.pack(Array("den".utf8)) + [0, 0, 0]
    #expect(unpack(packed) == ("garden", nil))
  }

  @Test func unpacksInPieces() {
    let text = String(repeating: "0123456789", count: 100_000)
    #expect(unpack(GzipPacker.pack(Array(text.utf8))) == (text, nil))
  }

  @Test func tellsWhereTheStreamBreaks() {
    let packed = GzipPacker.pack(Array("garden".utf8))
    #expect(unpack(Array(packed.dropLast())).brokenAt == packed.count - 1)
    #expect(unpack([]).brokenAt == 0)
    #expect(unpack(packed + [1, 2, 3]).brokenAt.map { $0 >= packed.count } == true)
  }

  @Test(arguments: [1, 7, 1000, 300_000])
  func unpacksNoMoreThanIsAskedFor(_ count: Int) {
    let texts = ["garden ", String(repeating: "0123456789", count: 3000), "", "end"]
    let packed: [UInt8] = texts.flatMap { GzipPacker.pack(Array($0.utf8)) } + [0, 0]
    packed.withUnsafeBufferPointer { packed in
      var unpacker = GzipUnpacker(packed)
      var bytes: [UInt8] = []
      var state = GzipUnpacker.State.unfinished
      while state == .unfinished {
        let before = bytes.count
        state = unpacker.unpack(count) { bytes += $0 }
        #expect(bytes.count - before == count || state == .whole && bytes.count - before < count)
      }
      #expect(state == .whole)
      #expect(String(decoding: bytes, as: UTF8.self) == texts.joined())
    }
  }

  private func unpack(_ packed: [UInt8]) -> (text: String, brokenAt: Int?) {
    var bytes: [UInt8] = []
    let state = packed.withUnsafeBufferPointer { packed in
      var unpacker = GzipUnpacker(packed)
      return unpacker.unpack(.max) { bytes += $0 }
    }
    let offset: Int? = if case .broken(let offset) = state { offset } else { nil }
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

import Files
import Glibc
import TestSupport
import Testing

@Suite struct FilesTests {
  private func inFolder(_ body: (String) throws -> Void) throws {
    let folder = try TemporaryFolder()
    try withExtendedLifetime(folder) { try body(folder.path) }
  }

  @Test func writesThenFindsAndReads() throws {
    try inFolder { folder in
      let sink = DiskFileSink(root: folder)
      try sink.write("b/c/2.txt", Array("two".utf8))
      try sink.write("a.txt", [])
      try sink.write("b/1.txt", Array("one".utf8))
      try sink.write("b/1.txt", Array("1".utf8))
      symlink(folder + "/b", folder + "/link")
      symlink("nowhere", folder + "/.hidden")
      let source = DiskFileSource()
      #expect(try source.files(under: folder) == ["a.txt", "b/1.txt", "b/c/2.txt"])
      #expect(try source.read(folder + "/b/1.txt") == Array("1".utf8))
      #expect(try source.read(folder + "/a.txt") == [])
      #expect(source.size(of: folder + "/link/1.txt") == 1)
      #expect(source.size(of: folder) == nil)
      #expect(source.kind(of: folder) == .folder)
      #expect(source.kind(of: folder + "/a.txt") == .file)
      #expect(source.kind(of: folder + "/x") == .missing)
    }
  }

  @Test func tellsWhatCannotBeRead() throws {
    try inFolder { folder in
      let source = DiskFileSource()
      #expect(throws: FileError(.read, folder + "/x", code: ENOENT)) { try source.map(folder + "/x") }
      #expect(throws: FileError(.read, folder + "/x", code: ENOENT)) { try source.read(folder + "/x") }
      #expect(throws: FileError(.read, folder, code: EISDIR)) { try source.map(folder) }
      #expect(throws: FileError(.read, folder, code: EISDIR)) { try source.read(folder) }
      #expect(throws: FileError(.list, folder + "/x", code: ENOENT)) { try source.files(under: folder + "/x") }
    }
  }

  @Test(arguments: [0, 1, 4095, 4096, 4097, 8192])
  func keepsZerosBehindTheBytes(count: Int) throws {
    let scratch = try ScratchFile()
    let bytes = [UInt8](repeating: 0xAB, count: count)
    try bytes.withUnsafeBufferPointer { try scratch.append($0) }
    for mapped in [try MappedBytes(copying: bytes), try scratch.map()] {
      try withExtendedLifetime(mapped) {
        #expect(Array(mapped.bytes) == bytes)
        let base = try #require(mapped.bytes.baseAddress)
        for i in 0..<8 { #expect(base[count + i] == 0) }
      }
    }
  }

  @Test func mapsAScratchFileThatIsGoneByName() throws {
    let scratch = try ScratchFile()
    for part in ["a", "", "bc"] {
      let bytes = Array(part.utf8)
      try bytes.withUnsafeBufferPointer { try scratch.append($0) }
    }
    #expect(scratch.count == 3)
    let mapped = try scratch.map()
    withExtendedLifetime(mapped) { #expect(Array(mapped.bytes) == Array("abc".utf8)) }
  }

  @Test func treatsMemoryAsADisk() throws {
    let source = MemoryFileSource(["b/é": "1", "b/a/z": "2", "c": "3", "bb/x": "4"])
    #expect(try source.files(under: "b") == ["a/z", "é"])
    #expect(source.kind(of: "b") == .folder)
    #expect(source.kind(of: "b/a") == .folder)
    #expect(source.kind(of: "c") == .file)
    #expect(source.kind(of: "d") == .missing)
    #expect(throws: FileError(.read, "d", code: ENOENT)) { try source.read("d") }
  }
}

import Files
import Glibc
import Reports
import TestSupport
import Testing

@Suite struct FileStreamTests {
  @Test func writesToADiskWhatItWritesToMemory() throws {
    let example = GroupTablesCase(try GroupTablesFixture(name: "worked-example").export())
    let expected = try example.files(.csv)
    let folder = try TemporaryFolder()
    let root = folder.path
    defer { withExtendedLifetime(folder) {} }
    _ = try example.write(.csv, Set(GroupTables.Table.allCases), jobs: 2, to: DiskFileSink(root: root + "/out"))
    #expect(try DiskFileSource().files(under: root + "/out") == expected.keys.sorted())
    for (name, text) in expected {
      #expect(try GroupTablesFixture.text(at: root + "/out/" + name) == text)
    }
  }

  @Test func replacesWhatAFileHeldBefore() throws {
    let folder = try TemporaryFolder()
    let root = folder.path
    defer { withExtendedLifetime(folder) {} }
    let sink = DiskFileSink(root: root + "/out")
    try sink.write("a.txt", Array("much longer than what follows".utf8))
    let stream = try FileStream("a.txt", in: sink)
    for piece in ["one ", "", "two"] { try stream.append(Array(piece.utf8)) }
    try stream.close()
    #expect(try GroupTablesFixture.text(at: root + "/out/a.txt") == "one two")
  }

  @Test func saysWhichFileCannotBeMade() throws {
    let folder = try TemporaryFolder()
    try folder.write(["out/a.txt": ""])
    #expect(throws: FileError(.write, folder.path + "/out", code: EISDIR)) {
      _ = try FileStream("out", in: DiskFileSink(root: folder.path))
    }
  }
}

import Files
import Glibc
import Reports
import Testing

@Suite struct FileStreamTests {
  @Test func writesToADiskWhatItWritesToMemory() throws {
    let example = GroupTablesCase(try GroupTablesFixture(name: "worked-example").export())
    let expected = try example.files(.csv)
    let root = try temporaryFolder()
    defer { remove(root, expected.keys.sorted()) }
    _ = try example.write(.csv, Set(GroupTables.Table.allCases), jobs: 2, to: DiskFileSink(root: root + "/out"))
    #expect(try DiskFileSource().files(under: root + "/out") == expected.keys.sorted())
    for (name, text) in expected {
      #expect(try GroupTablesFixture.text(at: root + "/out/" + name) == text)
    }
  }

  @Test func replacesWhatAFileHeldBefore() throws {
    let root = try temporaryFolder()
    defer { remove(root, ["a.txt"]) }
    let sink = DiskFileSink(root: root + "/out")
    try sink.write("a.txt", Array("much longer than what follows".utf8))
    let stream = try FileStream("a.txt", in: sink)
    for piece in ["one ", "", "two"] { try stream.append(Array(piece.utf8)) }
    try stream.close()
    #expect(try GroupTablesFixture.text(at: root + "/out/a.txt") == "one two")
  }

  @Test func saysWhichFileCannotBeMade() throws {
    let root = try temporaryFolder()
    defer { rmdir(root) }
    #expect(throws: FileError(.write, root, code: EISDIR)) {
      _ = try FileStream(String(root.split(separator: "/").last ?? ""), in: DiskFileSink(root: "/tmp"))
    }
  }
}

extension FileStreamTests {
  private func temporaryFolder() throws -> String {
    var template = Array("/tmp/triptych-test-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw FileError(.create, "/tmp", code: errno) }
    return String(cString: made)
  }

  private func remove(_ root: String, _ names: [String]) {
    for name in names { unlink(root + "/out/" + name) }
    rmdir(root + "/out")
    rmdir(root)
  }
}

import Files
import Glibc
import Reports

/// A folder beside the tests: `events.jsonl`, and in `expected/` whole files that `group` has to make of it, in both
/// formats. `RECORD=1` writes them anew.
struct GroupTablesFixture {
  let name: String

  private var folder: String {
    "/" + #filePath.split(separator: "/").dropLast().joined(separator: "/") + "/Fixtures/" + name
  }
}

extension GroupTablesFixture {
  func export() throws -> String { try text("events.jsonl") }

  /// Paths and contents.
  func expected(_ format: GroupTables.Format) throws -> [String: String] {
    let names = try DiskFileSource().files(under: folder + "/expected").filter { $0.hasSuffix("." + format.rawValue) }
    return Dictionary(uniqueKeysWithValues: try names.map { ($0, try text("expected/" + $0)) })
  }

  /// Keeps what came out as what is expected, if `RECORD` is set.
  func record(_ files: [String: String]) throws {
    guard getenv("RECORD") != nil else { return }
    let sink = DiskFileSink(root: folder + "/expected")
    for (name, text) in files { try sink.write(name, Array(text.utf8)) }
  }

  /// A file of this machine.
  static func text(at path: String) throws -> String {
    let mapped = try DiskFileSource().map(path)
    return withExtendedLifetime(mapped) { String(decoding: mapped.bytes, as: UTF8.self) }
  }

  private func text(_ path: String) throws -> String {
    try GroupTablesFixture.text(at: folder + "/" + path)
  }
}

import Foundation

/// A folder of a test's own, removed with it.
final class Workspace {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "triptych-tests-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ name: String, _ text: String) throws { try write(name, Data(text.utf8)) }

  func write(_ name: String, _ data: Data) throws {
    let url = URL(filePath: path).appending(path: name)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url)
  }

  func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path).appending(path: name)), as: UTF8.self)
  }

  /// Every file below a folder with its bytes, by path.
  func tree(_ folder: String) throws -> [String: Data] {
    let root = URL(filePath: path).appending(path: folder).path
    var tree: [String: Data] = [:]
    for name in FileManager.default.enumerator(atPath: root)?.compactMap({ $0 as? String }) ?? [] {
      var isFolder: ObjCBool = false
      let whole = root + "/" + name
      guard FileManager.default.fileExists(atPath: whole, isDirectory: &isFolder), !isFolder.boolValue else { continue }
      tree[name] = try Data(contentsOf: URL(filePath: whole))
    }
    return tree
  }

  /// A new site with a small demo as its data.
  func makeSite(customers: Int = 40, days: Int = 20, badRecords: Bool = true) throws {
    let made = try Program.run(["new", path + "/site"])
    guard made.code == 0 else {
      throw CocoaError(.fileWriteUnknown, userInfo: [NSDebugDescriptionErrorKey: made.errors])
    }
    _ = try Program.run(
      ["demo", "--customers", "\(customers)", "--days", "\(days)", "--output", path + "/site/Content/exports"]
        + (badRecords ? ["--bad-records"] : []))
  }
}

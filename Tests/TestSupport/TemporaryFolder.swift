import Files
import Foundation

/// A folder of one test, removed when the test is over.
public final class TemporaryFolder {
  public let path: String

  public init() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "triptych-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = Folders.resolved(folder.path)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

extension TemporaryFolder {
  public func write(_ files: [String: String]) throws {
    let sink = DiskFileSink(root: path)
    for (name, text) in files { try sink.write(name, Array(text.utf8)) }
  }

  /// Every file below a folder, hidden ones too, with its text.
  public func files(under folder: String) throws -> [String: String] {
    var files: [String: String] = [:]
    let names = try FileManager.default.subpathsOfDirectory(atPath: path + "/" + folder)
    for name in names {
      let file = path + "/" + folder + "/" + name
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: file, isDirectory: &isFolder), !isFolder.boolValue else { continue }
      files[name] = try String(contentsOfFile: file, encoding: .utf8)
    }
    return files
  }

  public func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path + "/" + name) }
}

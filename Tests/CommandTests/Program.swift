import Foundation
import TestSupport

/// The built program, run as its users run it.
enum Program {
  struct Result {
    var code: Int32
    var output: String
    var errors: String
  }

  /// - Parameter environment: over the test's own.
  static func run(
    _ arguments: [String], in folder: String = NSTemporaryDirectory(), environment: [String: String] = [:]
  ) throws -> Result {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder)
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let files = try [Capture(), Capture()]
    process.standardOutput = files[0].handle
    process.standardError = files[1].handle
    try process.run()
    process.waitUntilExit()
    return Result(code: process.terminationStatus, output: try files[0].text(), errors: try files[1].text())
  }

  /// Beside the test's own program, where the build puts both.
  static var path: String {
    let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    let beside = URL(filePath: own).deletingLastPathComponent().appending(path: "triptych").path
    return FileManager.default.isExecutableFile(atPath: beside) ? beside : Repository.root + "/.build/debug/triptych"
  }
}

/// A file that a process writes to: unlike a pipe, it never fills up.
private struct Capture {
  private let url = URL(filePath: NSTemporaryDirectory()).appending(path: UUID().uuidString)
  let handle: FileHandle

  init() throws {
    try Data().write(to: url)
    handle = try FileHandle(forWritingTo: url)
  }

  func text() throws -> String {
    try handle.close()
    defer { try? FileManager.default.removeItem(at: url) }
    return String(decoding: try Data(contentsOf: url), as: UTF8.self)
  }
}

import Demo
import Foundation

/// What a demo export writes, by path, and its lines as JSON.
struct ExportedFiles {
  private(set) var bytes: [String: [UInt8]] = [:]

  init(_ export: DemoExport) {
    export.write { path, content in bytes[path] = content }
  }

  var paths: [String] { bytes.keys.sorted() }

  func lines(_ path: String) -> [[UInt8]] {
    (bytes[path] ?? []).split(separator: 0x0A).map(Array.init)
  }

  func objects(_ path: String) -> [[String: Any]] { lines(path).compactMap(ExportedFiles.object) }

  /// All items, each id once, in the order in which they are met.
  var items: [ExportedItem] {
    var seen: Set<String> = []
    return paths.filter { $0.hasSuffix("conversation_items.jsonl") }.flatMap(objects).map(ExportedItem.init).filter {
      seen.insert($0.id).inserted
    }
  }

  static func object(_ line: [UInt8]) -> [String: Any]? {
    (try? JSONSerialization.jsonObject(with: Data(line))) as? [String: Any]
  }
}

/// What the last part of a path tells of a file.
struct FileName {
  enum Syntax { case jsonl, csv }

  let isCompressed: Bool
  /// Nil if the extension is none that is read.
  let syntax: Syntax?
  private let stem: Substring

  init(_ path: String) {
    var name = path[...]
    if let slash = name.lastIndex(of: "/") { name = name[name.index(after: slash)...] }
    isCompressed = name.hasSuffix(".gz")
    if isCompressed { name = name.dropLast(3) }
    if name.hasSuffix(".jsonl") {
      syntax = .jsonl
      stem = name.dropLast(6)
    } else if name.hasSuffix(".csv") {
      syntax = .csv
      stem = name.dropLast(4)
    } else {
      syntax = nil
      stem = name
    }
  }

  /// What a Gladly data export calls so.
  var gladlyKind: Layout.Kind? {
    guard syntax == .jsonl else { return nil }
    return switch stem {
    case "conversation_items": .items
    case "customers": .customers
    case "agents": .agents
    case "topics": .topics
    default: nil
    }
  }

  /// What a file in a folder is read as, nil if it is ignored.
  var knownKind: Layout.Kind? { gladlyKind ?? (syntax != nil && stem.hasPrefix("events") ? .events : nil) }
}

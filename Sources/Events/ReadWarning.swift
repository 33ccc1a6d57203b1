/// The sentences of a read's warnings.
enum ReadWarning {
  /// How many of a kind are told one by one.
  static let limit = 100

  static func ignoredFiles(_ paths: [String], folder: String) -> String {
    "\(number(paths.count, "file")) in `\(folder)` ignored, the name is none that is read: \(list(paths))"
  }

  static func unknownColumns(_ names: [String], path: String) -> String {
    "\(path): \(number(names.count, "column")) ignored: \(list(names))"
  }

  static func wrongType(_ field: String, path: String) -> String {
    "\(path): `\(field)` is of another type in some records, and read as absent there"
  }

  static func unknownLanes(_ count: Int, first: String) -> String {
    "`to` is neither ai nor team in \(number(count, "record")), and read as absent; the first is \(first)"
  }

  static func unknownInitiators(_ count: Int, first: String) -> String {
    "the initiator's type is unknown in \(number(count, "record")), and read as system; the first is \(first)"
  }

  static func unknownKinds(_ kinds: [(name: String, count: Int)]) -> String {
    let names = kinds.map { "\($0.name) (\($0.count))" }
    return "\(number(kinds.count, "unknown kind")) of record kept as annotations: \(list(names))"
  }

  static func restated(id: String, place: String, earlier: String) -> String {
    "\(place): `\(id)` restates \(earlier), which differs; the later record stands"
  }

  static func moreRestated(_ count: Int) -> String { "\(number(count, "more restated record"))" }

  static func unreadable(_ reason: String, path: String) -> String { "\(path): no record can be read: \(reason)" }

  static func missingColumns(_ names: [String], path: String) -> String {
    unreadable("missing column: \(names.joined(separator: ", "))", path: path)
  }

  private static func number(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

  private static func list(_ names: [String]) -> String {
    names.prefix(5).joined(separator: ", ") + (names.count > 5 ? ", … (\(names.count - 5) more)" : "")
  }
}

/// The sentences of a read's warnings.
enum ReadWarning {
  /// How many of a kind are told one by one.
  static let limit = 100

  static func ignoredFiles(_ paths: [String], folder: String) -> ReadNote {
    ReadNote(
      "ignored_files",
      "\(number(paths.count, "file")) in `\(folder)` ignored, the name is none that is read: \(list(paths))",
      count: paths.count, ["folder": folder], names: paths)
  }

  static func unknownColumns(_ names: [String], path: String) -> ReadNote {
    ReadNote(
      "unknown_columns", "\(path): \(number(names.count, "column")) ignored: \(list(names))", count: names.count,
      ["path": path], names: names)
  }

  static func wrongType(_ field: String, path: String) -> ReadNote {
    ReadNote(
      "wrong_types", "\(path): `\(field)` is of another type in some records, and read as absent there",
      ["path": path, "field": field])
  }

  static func unknownLanes(_ count: Int, first: String) -> ReadNote {
    ReadNote(
      "unknown_lanes",
      "`to` is neither ai nor team in \(number(count, "record")), and read as absent; the first is \(first)",
      count: count, ["first": first])
  }

  static func unknownInitiators(_ count: Int, first: String) -> ReadNote {
    ReadNote(
      "unknown_initiators",
      "the initiator's type is unknown in \(number(count, "record")), and read as system; the first is \(first)",
      count: count, ["first": first])
  }

  static func unknownKinds(_ kinds: [(name: String, count: Int)]) -> ReadNote {
    let names = kinds.map { "\($0.name) (\($0.count))" }
    return ReadNote(
      "unknown_kinds", "\(number(kinds.count, "unknown kind")) of record kept as annotations: \(list(names))",
      count: kinds.count, names: names)
  }

  static func restated(id: String, place: String, earlier: String) -> ReadNote {
    ReadNote(
      "restated", "\(place): `\(id)` restates \(earlier), which differs; the later record stands",
      ["place": place, "id": id, "earlier": earlier])
  }

  static func moreRestated(_ count: Int) -> ReadNote {
    ReadNote("more_restated", "\(number(count, "more restated record"))", count: count)
  }

  static func unreadable(_ reason: ReadNote, path: String) -> ReadNote {
    ReadNote("unreadable", "\(path): no record can be read: \(reason)", ["path": path], reason: reason)
  }

  static func missingColumns(_ names: [String], path: String) -> ReadNote {
    let list = names.joined(separator: ", ")
    return unreadable(ReadNote("missing_columns", "missing column: \(list)", ["columns": list]), path: path)
  }

  private static func number(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

  private static func list(_ names: [String]) -> String {
    let shown = ReadNote.namesShown
    return names.prefix(shown).joined(separator: ", ")
      + (names.count > shown ? ", … (\(names.count - shown) more)" : "")
  }
}

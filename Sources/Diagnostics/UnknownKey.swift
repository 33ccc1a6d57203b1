extension Diagnostic {
  /// A key that nothing knows, with the nearest one that something does. The known ones are listed unless they are many.
  public static func unknownKey(
    _ key: String, among known: [String], at place: Place?, kind: String = "key"
  ) -> Diagnostic {
    let list = known.map { "`\($0)`" }.joined(separator: ", ")
    return .error(
      "unknown \(kind) `\(key)`" + (known.count > 20 ? "" : ", expected one of \(list)"), at: place,
      help: nearestName(to: key, in: known).map { "did you mean `\($0)`?" })
  }
}

/// The known name nearest to one that is unknown, for "did you mean".
///
/// - Returns: the name with the least edit distance, the first among equals; nil if none is nearer than half the
///   unknown name's length.
public func nearestName(to unknown: String, in known: some Sequence<String>) -> String? {
  let limit = max(1, unknown.count / 2)
  var best: (name: String, distance: Int)?
  for name in known {
    let distance = editDistance(Array(unknown.utf8), Array(name.utf8))
    if distance <= limit, distance < best?.distance ?? .max { best = (name, distance) }
  }
  return best?.name
}

/// Levenshtein distance, one row kept.
private func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
  var row = Array(0...b.count)
  for (i, x) in a.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, y) in b.enumerated() {
      let next = min(row[j + 1] + 1, row[j] + 1, diagonal + (x == y ? 0 : 1))
      diagonal = row[j + 1]
      row[j + 1] = next
    }
  }
  return row[b.count]
}

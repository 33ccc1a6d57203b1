/// The known name nearest to one that is unknown, for "did you mean".
///
/// - Returns: the name with the fewest slips (a letter missing, added, changed or two swapped), the first among
///   equals; nil if every name is further away than half the unknown name's length. Give the names in a fixed order.
public func nearestName(to unknown: String, in known: some Sequence<String>) -> String? {
  let limit = max(1, unknown.utf8.count / 2)
  var best: (name: String, distance: Int)?
  for name in known {
    let distance = slips(Array(unknown.utf8), Array(name.utf8))
    if distance <= limit, distance < best?.distance ?? .max { best = (name, distance) }
  }
  return best?.name
}

/// The distance of optimal string alignment: Levenshtein's, with a swap of neighbours as one step. Three rows are kept.
private func slips(_ a: [UInt8], _ b: [UInt8]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    for j in b.indices {
      var next = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { next = min(next, beforeLast[j - 1] + 1) }
      row.append(next)
    }
    (beforeLast, last) = (last, row)
  }
  return last[b.count]
}

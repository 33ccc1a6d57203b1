import Files

/// Which files go with chosen pages: those that a pattern names, and of the others, which are no pages, those that a
/// chosen page refers to: style sheets, scripts, pictures, the CSVs beside its tables. Search shards and other people's
/// tables stay out, because what was not chosen should not be in the snapshot by another way.
struct PageChoice {
  let all: [String]
  let globs: [Glob]

  static func isPage(_ path: String) -> Bool { path.hasSuffix(".html") }
}

extension PageChoice {
  /// - Parameter read: a file's bytes.
  func paths(_ read: (String) throws(SnapshotError) -> MappedBytes) throws(SnapshotError) -> [String] {
    if let glob = globs.first(where: { glob in !all.contains(where: glob.matches) }) { throw .noPages(glob.pattern) }
    let named = all.filter { path in globs.contains { $0.matches(path) } }
    guard named.contains(where: PageChoice.isPage) else { throw .nothingToOpen }
    let others = Set(all.filter { !PageChoice.isPage($0) })
    var chosen = Set(named)
    for page in named where PageChoice.isPage(page) {
      let references = try read(page).use { References.all(in: $0, of: page) }
      for reference in references where others.contains(reference) {
        chosen.insert(reference)
      }
    }
    return all.filter(chosen.contains)
  }
}

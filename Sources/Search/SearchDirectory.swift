/// Where the shards of terms begin, with what the page of search needs besides: read before everything else. Where it
/// would be long, the beginnings stand in shards `n-1`, `n-2`, … and the directory holds those of these.
public struct SearchDirectory {
  /// In bytes.
  private static let longest = 48_000
  /// Of beginnings, in a shard of them.
  static let perShard = 256

  private let starts: [String]
  private let words: [(key: String, text: String)]
  private let counts: [(kind: String, count: Int)]

  /// - Parameters:
  ///   - starts: of the shards of terms.
  ///   - words: of the interface.
  ///   - counts: of documents, by kind.
  public init(starts: [String], words: [(key: String, text: String)], counts: [(kind: String, count: Int)]) {
    self.starts = starts
    self.words = words
    self.counts = counts
  }
}

extension SearchDirectory {
  public func write<Failure: Error>(emit: (String, [UInt8]) throws(Failure) -> Void) throws(Failure) {
    var index = SearchShard()
    for (key, text) in words { SearchDirectory.line("w", key, text, to: &index) }
    for (kind, count) in counts { SearchDirectory.line("n", kind, String(count), to: &index) }
    guard starts.reduce(0, { $0 + $1.utf8.count + 1 }) > SearchDirectory.longest else {
      for start in starts { SearchDirectory.line("t", start, to: &index) }
      return try emit("index", index.script("index"))
    }
    for (number, first) in stride(from: 0, to: starts.count, by: SearchDirectory.perShard).enumerated() {
      SearchDirectory.line("b", starts[first], to: &index)
      var shard = SearchShard()
      for start in starts[first..<min(starts.count, first + SearchDirectory.perShard)] {
        SearchDirectory.line(start, to: &shard)
      }
      try emit("n-\(number + 1)", shard.script("n-\(number + 1)"))
    }
    try emit("index", index.script("index"))
  }

  private static func line(_ fields: String..., to shard: inout SearchShard) {
    for (index, field) in fields.enumerated() {
      if index > 0 { shard.endField() }
      shard.append(field)
    }
    shard.endLine()
  }
}

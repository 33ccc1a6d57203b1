/// Writes terms one behind another, each as what differs from the one before, and cuts them into shards.
///
/// A line: the number of characters shared with the line above, in base 36; the rest of the term; then for each kind of
/// document a field, `p` and `c` with numbers, `k` for a Conversation, `m` with how many messages there are and the numbers
/// of the newest.
struct TermShards {
  /// In bytes, from which on a shard ends.
  private static let size = 24_000
  /// Of characters, as far as one digit goes.
  private static let mostShared = 35

  private(set) var starts: [String] = []
  private var shard = SearchShard()
  private var last = ""
  private var lastOfShard = ""
}

extension TermShards {
  /// Begins a term.
  /// - Returns: the shard before it, where that is full.
  mutating func begin(_ bytes: [UInt8]) -> (String, [UInt8])? {
    let term = String(decoding: bytes, as: UTF8.self)
    let full = shard.count >= TermShards.size ? take() : nil
    if shard.count == 0 { starts.append(TermShards.start(of: term, after: lastOfShard)) }
    let common = TermShards.common(last, term)
    shard.append(raw: String(common.units, radix: 36).utf8)
    shard.append(raw: term.unicodeScalars.dropFirst(common.scalars).flatMap { UTF8.encode($0).map(Array.init) ?? [] })
    last = term
    return full
  }

  /// Appends pages, customers and Conversations.
  mutating func append(_ keys: [UInt64], _ conversation: (Int, inout SearchShard) -> Void) {
    for kind in [ExactKey.Kind.page, .customer] {
      let numbers = keys.lazy.filter { ExactKey.kind(of: $0) == kind }.map { ExactKey.number(of: $0) }
      guard !numbers.isEmpty else { continue }
      begin(kind == .page ? "p" : "c")
      var text: [UInt8] = []
      NumberText.append(ascending: numbers, to: &text)
      shard.append(raw: text)
    }
    for key in keys where ExactKey.kind(of: key) == .conversation {
      begin("k")
      conversation(ExactKey.number(of: key), &shard)
    }
  }

  mutating func append(messages numbers: [Int], of count: Int) {
    begin("m")
    var text: [UInt8] = []
    NumberText.append(count, to: &text)
    NumberText.append(ascending: numbers, to: &text)
    shard.append(raw: text)
  }

  mutating func end() { shard.endLine() }

  mutating func finish() -> (String, [UInt8])? { shard.count > 0 ? take() : nil }
}

extension TermShards {
  private mutating func begin(_ kind: String) {
    shard.endField()
    shard.append(raw: kind.utf8)
  }

  private mutating func take() -> (String, [UInt8]) {
    let name = "t-\(starts.count)"
    let script = shard.script(name)
    shard.removeAll()
    lastOfShard = last
    last = ""
    return (name, script)
  }

  /// As many of a term's characters as tell it from those of the shard before.
  private static func start(of term: String, after last: String) -> String {
    let shared = zip(term.unicodeScalars, last.unicodeScalars).prefix { $0 == $1 }.count
    return String(String.UnicodeScalarView(term.unicodeScalars.prefix(shared + 1)))
  }

  /// What two terms begin with, counted in scalars and in units of UTF-16, as scripts count.
  private static func common(_ a: String, _ b: String) -> (scalars: Int, units: Int) {
    var (scalars, units) = (0, 0)
    for (x, y) in zip(a.unicodeScalars, b.unicodeScalars) {
      let next = units + (x.value > 0xFFFF ? 2 : 1)
      guard x == y, next <= mostShared else { break }
      (scalars, units) = (scalars + 1, next)
    }
    return (scalars, units)
  }
}

import Files
import Search
import TestSupport
import Testing

@Suite struct SearchTermsTests {
  /// Words of messages, some of them in most.
  private static func messages(_ count: Int, seed: UInt64) -> [(key: UInt64, words: [String])] {
    var lot = SeededNumbers(seed: seed)
    return (0..<count).map { event in
      let words = (0..<1 + lot.next() % 6).map { _ in "w\(lot.next() % (1 + lot.next() % 300))" }
      return (MessageKey.make(seconds: Int64(lot.next() % 1000), event: event), words)
    }
  }

  /// Writes the shards of messages that are dealt to so many tables, each emptied when it is as large as that.
  private static func shards(
    _ messages: [(key: UInt64, words: [String])], tables: Int, memory: Int
  ) throws -> [String: [UInt8]] {
    var runs: [TermRun] = []
    for number in 0..<tables {
      var table = TermTable(most: SearchTerms.mostMessages)
      func take() throws {
        let run = TermRun(inMemory: memory)
        try table.write(to: run)
        table.removeAll()
        runs.append(run)
      }
      for (key, words) in messages where Int(key & 0xFFFF_FFFF) % tables == number {
        for word in words { table.add(word, key: key) }
        if table.size > memory { try take() }
      }
      try take()
    }
    let terms = try SearchTerms(exact: [], messages: runs, events: messages.count, inMemory: memory)
    var shards: [String: [UInt8]] = [:]
    let starts = try terms.write(
      conversation: { _, _ in }, emit: { name, bytes throws(FileError) in shards[name] = bytes })
    #expect(starts.count == shards.count)
    return shards
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func comesToTheSameForAnyNumberOfTablesAndAnyMemory(seed: UInt64) throws {
    let messages = Self.messages(3000, seed: seed)
    let whole = try Self.shards(messages, tables: 1, memory: 1 << 30)
    #expect(whole.count > 0)
    #expect(try Self.shards(messages, tables: 3, memory: 1 << 30) == whole, "seed \(seed)")
    #expect(try Self.shards(messages, tables: 2, memory: 60_000) == whole, "seed \(seed)")
    #expect(try Self.shards(messages.reversed(), tables: 1, memory: 60_000) == whole, "seed \(seed)")
  }

  @Test func keepsTheNewestMessagesOfAWordAndCountsAll() throws {
    let messages = (0..<500).map {
      (key: MessageKey.make(seconds: Int64(500 - $0), event: $0), words: ["word", "word"])
    }
    let shards = try Self.shards(messages, tables: 2, memory: 1 << 20)
    let index = ReadIndex(shards)
    let found = try #require(index.messages("word"))
    #expect(found.count == 500)
    #expect(found.numbers == Array(0..<SearchTerms.mostMessages))
  }

  @Test func keepsAllThatIsFoundByName() throws {
    var table = TermTable()
    for number in 0..<5000 { table.add("anna", key: ExactKey.make(.customer, number)) }
    table.add("anna", key: ExactKey.make(.page, 7))
    table.add("id-`${x}<\\", key: ExactKey.make(.conversation, 3))
    let run = TermRun(inMemory: 100)
    try table.write(to: run)
    let terms = try SearchTerms(exact: [run], messages: [], events: 0, inMemory: 100)
    var shards: [String: [UInt8]] = [:]
    _ = try terms.write(
      conversation: { number, shard in shard.append("told of \(number)") },
      emit: { name, bytes throws(FileError) in shards[name] = bytes })
    let index = ReadIndex(shards)
    #expect(index.numbers("anna", "c") == Array(0..<5000))
    #expect(index.numbers("anna", "p") == [7])
    #expect(index.fields("id-`${x}<\\") == ["ktold of 3"])
  }

  @Test func cutsTermsIntoShardsThatTheirStartsFind() throws {
    var table = TermTable()
    var terms: Set<String> = []
    var lot = SeededNumbers(seed: 5)
    for number in 0..<20_000 {
      let term = String((0..<1 + lot.next() % 8).map { _ in Array("abé東𐐨")[Int(lot.next() % 5)] })
      terms.insert(term)
      table.add(term, key: ExactKey.make(.customer, number))
    }
    let run = TermRun(inMemory: 1 << 20)
    try table.write(to: run)
    var shards: [String: [UInt8]] = [:]
    let starts = try SearchTerms(exact: [run], messages: [], events: 0, inMemory: 1 << 20)
      .write(conversation: { _, _ in }, emit: { name, bytes throws(FileError) in shards[name] = bytes })
    #expect(starts.count > 2)
    let index = ReadIndex(shards)
    func isBefore(_ a: String, _ b: String) -> Bool { a.utf8.lexicographicallyPrecedes(b.utf8) }
    for (shard, held) in index.terms {
      let number = try #require(Int(shard.dropFirst(2))) - 1
      for term in held {
        #expect(!isBefore(term, starts[number]))
        if number + 1 < starts.count { #expect(isBefore(term, starts[number + 1])) }
      }
    }
    #expect(Set(index.terms.values.joined().map { Array($0.utf8) }).count == Set(terms.map { Array($0.utf8) }).count)
  }
}

@Suite struct SearchShardTests {
  @Test func endsNeitherTheLiteralNorTheScript() {
    var shard = SearchShard()
    shard.append("</script><!--`${alert(1)}\\ \u{2028}\u{2029}\u{0}\n\t\r")
    #expect(
      String(decoding: shard.script("m-1"), as: UTF8.self)
        == "triptychShard(\"m-1\",`\\x3c/script>\\x3c!--\\`\\${alert(1)}\\\\ \\u2028\\u2029    `)\n")
  }

  @Test(arguments: [
    ("", ""), ("  a \n\t b ", "a b"), ("1234567890 123", "1234567890…"), ("123456789é1", "123456789é…"),
    ("東京東京", "東京東京"),
  ])
  func shortensTexts(text: String, shown: String) {
    var shard = SearchShard()
    var text = text
    text.withUTF8 { shard.append($0, atMost: 10) }
    #expect(String(decoding: shard.script("x"), as: UTF8.self) == "triptychShard(\"x\",`\(shown)`)\n")
  }

  @Test func writesADirectoryOfTwoLevelsWhereItIsLong() throws {
    let starts = (0..<9000).map { "start-\($0)" }
    var files: [String: String] = [:]
    try SearchDirectory(starts: starts, words: [("label", "Find")], counts: [("c", 3)])
      .write { name, bytes throws(FileError) in files[name] = String(decoding: bytes, as: UTF8.self) }
    let index = try #require(files["index"])
    #expect(index.hasPrefix("triptychShard(\"index\",`w\tlabel\tFind\nn\tc\t3\nb\tstart-0\nb\tstart-256\n"))
    #expect(files.count == 1 + 36)
    #expect(files["n-36"]?.hasSuffix("start-8999\n`)\n") == true)
  }
}

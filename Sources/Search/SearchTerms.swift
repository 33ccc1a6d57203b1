import Files

/// All terms of a site with what holds them, from the runs of all threads.
public struct SearchTerms: Sendable {
  /// How many messages are kept of a word: the newest. Where several words are asked for, the messages of all of them are
  /// looked for among these.
  public static let mostMessages = 200

  private let exact: [TermRun]
  private let messages: TermRun
  public let cited: CitedMessages

  /// - Parameters:
  ///   - exact: of names, ids, addresses and titles.
  ///   - messages: of messages' words.
  ///   - events: how many there are.
  ///   - inMemory: how many bytes may lie in memory.
  public init(exact: [TermRun], messages: [TermRun], events: Int, inMemory: Int) throws(FileError) {
    self.exact = exact
    self.messages = try TermRun(merging: messages, most: SearchTerms.mostMessages, inMemory: inMemory / 2)
    cited = try CitedMessages(self.messages, events: events, inMemory: inMemory / 2)
  }
}

extension SearchTerms {
  /// Writes the dictionary of terms in shards `t-1`, `t-2`, …
  /// - Parameters:
  ///   - conversation: appends what is told of a Conversation, by its number.
  ///   - emit: is given each shard.
  /// - Returns: where each shard begins.
  public func write<Failure: Error>(
    conversation: (Int, inout SearchShard) -> Void, emit: (String, [UInt8]) throws(Failure) -> Void
  ) throws(Failure) -> [String] {
    var shards = TermShards()
    var exact = RunMerger(exact, most: .max)
    var cursor = messages.cursor()
    while !exact.isAtEnd || !cursor.isAtEnd {
      let order = SearchTerms.order(exact, cursor)
      if let (name, bytes) = shards.begin(order <= 0 ? exact.term : Array(cursor.term)) { try emit(name, bytes) }
      if order <= 0 {
        shards.append(exact.keys, conversation)
        exact.next()
      }
      if order >= 0 {
        let numbers = (0..<cursor.kept).map { cited.number(of: cursor.key($0)) }
        shards.append(messages: numbers.sorted(), of: Int(cursor.count))
        cursor.next()
      }
      shards.end()
    }
    if let (name, bytes) = shards.finish() { try emit(name, bytes) }
    return shards.starts
  }

  /// Which of the two comes first; 0 for both.
  private static func order(_ exact: RunMerger, _ messages: TermRun.Cursor) -> Int {
    if exact.isAtEnd { return 1 }
    if messages.isAtEnd { return -1 }
    return exact.term.withUnsafeBufferPointer { TermBytes.compare($0, messages.term) }
  }
}

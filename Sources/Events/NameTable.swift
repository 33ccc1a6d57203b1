import Glibc

/// The texts that events and parties refer to by number; number 0 is the empty text.
///
/// Behind the texts of brands, agents and whoever else acted come the Conversations' ids, which are read from the files
/// again when they are asked for, and then the customers' ids in the parties' order. One text may stand in several of
/// these groups.
public struct NameTable: Sendable {
  let shared: TextTable
  let conversations: ConversationIDs?
  let customers: TextColumn
  private let customersStart: Int

  init(shared: TextTable = TextTable(), conversations: ConversationIDs? = nil, customers: TextColumn = TextColumn()) {
    self.shared = shared
    self.conversations = conversations
    self.customers = customers
    customersStart = shared.count + (conversations?.count ?? 0)
  }
}

extension NameTable: RandomAccessCollection {
  public var startIndex: Int { 0 }
  public var endIndex: Int { customersStart + customers.count }

  public subscript(_ index: Int) -> String {
    withBytes(index) { String(decoding: $0, as: UTF8.self) }
  }

  /// Calls with a text's bytes.
  public func withBytes<Result>(_ index: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result
  {
    if index >= customersStart { return try customers.withBytes(index - customersStart, body) }
    if index < shared.count { return try shared.withBytes(index, body) }
    let id = conversations?.id(index - shared.count) ?? []
    return try id.withUnsafeBufferPointer(body)
  }

  /// Whether one text comes before another in byte order.
  public func precedes(_ a: Int, _ b: Int) -> Bool {
    withBytes(a) { a in withBytes(b) { b in ByteOrder.precedes(a, b) } }
  }
}

extension NameTable {
  /// By a customer's number, the party's place in the store.
  func customerIndex(_ number: UInt32) -> Int { Int(number) - customersStart }

  /// What a text names, other than a brand.
  func kind(_ index: Int) -> StoreID {
    index >= customersStart ? .customer : index < shared.count ? .agent : .conversation
  }

  /// The number that an agent's record has whose id is this text.
  func sharedNumber(_ number: UInt32) -> UInt32? {
    number < shared.count ? number : withBytes(Int(number)) { shared.number(of: $0) }
  }
}

/// The ids of Conversations: each is told by an event that has it.
struct ConversationIDs: Sendable {
  let events: EventSlice
  let texts: SourceTexts
  /// How many numbers are kept for them, at least one an event.
  let count: Int

  func id(_ index: Int) -> [UInt8] {
    index < events.endIndex ? texts.conversation(Location(packed: events[index].record)) : []
  }
}

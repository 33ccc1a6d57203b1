import Testing
import Time

@testable import Events
@testable import Grouping

/// Lists of groups are spans of shared columns; here they are grown one group at a time as arrays and compared.
@Suite struct GroupListsTests {
  @Test(arguments: 0..<200) func laysOutWhatArraysHold(seed: Int) {
    var state = UInt64(seed)
    func below(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(count))
    }
    let count = 1 + below(5)
    let step = Step(event: Event(at: Instant(milliseconds: 0), kind: .message, actor: .ai, line: 0), position: 0)
    var groups = Groups()
    for _ in 0..<count {
      groups.conversations.append(Groups.Conversation(opener: step, openRule: .first))
      groups.contacts.append(Groups.Contact(opener: step, conversation: 0, origin: .direct))
    }
    var lists = GroupLists()
    var channels = [[UInt16]](repeating: [], count: count)
    var (closes, reopens) = ([[Int]](repeating: [], count: count), [[Int]](repeating: [], count: count))
    var agents = [[UInt32]](repeating: [], count: count)
    for event in 0..<below(40) {
      let owner = below(count)
      let mark = Groups.Mark(at: Instant(milliseconds: Int64(event)), by: .agent, event: event)
      switch below(4) {
      case 0:
        lists.add(channel: UInt16(event), to: owner, &groups)
        channels[owner].append(UInt16(event))
      case 1:
        lists.add(close: mark, to: owner, &groups)
        closes[owner].append(event)
      case 2:
        lists.add(reopen: mark, to: owner, &groups)
        reopens[owner].append(event)
      default:
        lists.add(agent: UInt32(event), to: owner, &groups)
        agents[owner].append(UInt32(event))
      }
    }
    // Names in the opposite order of channels.
    lists.settle(in: &groups, channelRanks: (0..<40).map { 40 - $0 })
    #expect(
      groups.conversations.map { Array(groups.channels(of: $0)) } == channels.map { $0.reversed() }, "seed \(seed)")
    #expect(groups.conversations.map { groups.closes(of: $0).map(\.event) } == closes, "seed \(seed)")
    #expect(groups.conversations.map { groups.reopens(of: $0).map(\.event) } == reopens, "seed \(seed)")
    #expect(groups.contacts.map { Array(groups.agents(of: $0)) } == agents, "seed \(seed)")
  }
}

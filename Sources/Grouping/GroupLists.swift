import Events

/// The lists of a party's groups while they grow: entries in the order of events, with the group that each belongs to.
/// Groups only count theirs, until `settle` lays all lists out one behind another in the columns of `Groups`.
struct GroupLists: Sendable {
  private struct Entry<Value: BitwiseCopyable & Sendable>: Sendable {
    var owner: Int
    var value: Value
  }

  private var channels: [Entry<UInt16>] = []
  private var closes: [Entry<Groups.Mark>] = []
  private var reopens: [Entry<Groups.Mark>] = []
  private var agents: [Entry<UInt32>] = []
}

extension GroupLists {
  mutating func removeAll() {
    channels.clear()
    closes.clear()
    reopens.clear()
    agents.clear()
  }

  mutating func add(channel: UInt16, to conversation: Int, _ groups: inout Groups) {
    channels.append(Entry(owner: conversation, value: channel))
    groups.conversations[conversation].channels.length += 1
  }

  mutating func add(close mark: Groups.Mark, to conversation: Int, _ groups: inout Groups) {
    closes.append(Entry(owner: conversation, value: mark))
    groups.conversations[conversation].closes.length += 1
  }

  mutating func add(reopen mark: Groups.Mark, to conversation: Int, _ groups: inout Groups) {
    reopens.append(Entry(owner: conversation, value: mark))
    groups.conversations[conversation].reopens.length += 1
  }

  mutating func add(agent: UInt32, to contact: Int, _ groups: inout Groups) {
    agents.append(Entry(owner: contact, value: agent))
    groups.contacts[contact].agents.length += 1
  }

  /// Whether an agent was added last of all, and to this Contact: then it need not be looked for.
  func endsWith(agent: UInt32, of contact: Int) -> Bool {
    agents.last.map { $0.owner == contact && $0.value == agent } ?? false
  }

  /// - Parameter channelRanks: the place of each channel among all names.
  func settle(in groups: inout Groups, channelRanks: [Int]) {
    settleChannels(&groups, channelRanks)
    GroupLists.settle(closes, in: &groups.marks, of: &groups.conversations, { $0.closes }, { $0.closes = $1 })
    GroupLists.settle(reopens, in: &groups.marks, of: &groups.conversations, { $0.reopens }, { $0.reopens = $1 })
    GroupLists.settle(agents, in: &groups.agents, of: &groups.contacts, { $0.agents }, { $0.agents = $1 })
  }
}

extension GroupLists {
  private func settleChannels(_ groups: inout Groups, _ ranks: [Int]) {
    GroupLists.settle(channels, in: &groups.channels, of: &groups.conversations, { $0.channels }, { $0.channels = $1 })
    guard groups.channels.count > 1 else { return }
    for conversation in groups.conversations where conversation.channels.count > 1 {
      groups.channels.withUnsafeMutableBufferPointer { channels in
        channels[conversation.channels.range].sort { ranks[Int($0)] < ranks[Int($1)] }
      }
    }
  }

  /// Appends the values to the column, those of one group side by side in the order of events.
  @inline(__always)
  private static func settle<Value, Group>(
    _ entries: [Entry<Value>], in column: inout [Value], of groups: inout [Group],
    _ span: (Group) -> Groups.Span, _ put: (inout Group, Groups.Span) -> Void
  ) {
    guard let first = entries.first else { return }
    var next = Int32(truncatingIfNeeded: column.count)
    column.append(contentsOf: repeatElement(first.value, count: entries.count))
    for index in groups.indices {
      var place = span(groups[index])
      place.first = next
      next += place.length
      place.length = 0
      put(&groups[index], place)
    }
    for entry in entries {
      var place = span(groups[entry.owner])
      column[Int(place.first + place.length)] = entry.value
      place.length += 1
      put(&groups[entry.owner], place)
    }
  }
}

extension Array {
  /// Forgets all elements and keeps their room. Most lists of a party are empty, and asking is less than emptying.
  @inline(__always)
  mutating func clear() { if !isEmpty { removeAll(keepingCapacity: true) } }
}

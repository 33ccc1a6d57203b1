import Events

/// Agents' names by their ids, each looked up once a worker; an agent mostly writes several messages in a row.
struct AgentNames {
  private var known: [UInt32: String] = [:]
  private var last: (id: UInt32, name: String) = (0, "")

  mutating func name(_ id: UInt32, in kit: TimelineKit) -> String {
    if last.id == id { return last.name }
    let name = known[id] ?? kit.store.agentName(id) ?? ""
    known[id] = name
    last = (id, name)
    return name
  }
}

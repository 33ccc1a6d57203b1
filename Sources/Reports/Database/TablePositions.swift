/// Where each table stands among those that are filled, looked up once for all rows; nil for one that is not.
struct TablePositions {
  let conversations: Int?
  let sessions: Int?
  let contacts: Int?
  let contactAgents: Int?
  let events: Int?
  let customers: Int?
  let agents: Int?
  let topics: Int?
  let conversationTopics: Int?
  let days: Int?

  init(_ schema: GroupSchema) {
    func position(_ table: GroupTable) -> Int? { schema.tables.firstIndex { $0.name == table.name } }
    conversations = position(.conversations)
    sessions = position(.sessions)
    contacts = position(.contacts)
    contactAgents = position(.contactAgents)
    events = position(.events)
    customers = position(.customers)
    agents = position(.agents)
    topics = position(.topics)
    conversationTopics = position(.conversationTopics)
    days = position(.days)
  }
}

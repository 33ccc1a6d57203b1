/// Which tables are asked for, to be looked up for every party.
struct TableSet: Sendable {
  let conversations: Bool
  let sessions: Bool
  let contacts: Bool
  let events: Bool
  let anomalies: Bool

  init(_ tables: Set<GroupTables.Table>) {
    conversations = tables.contains(.conversations)
    sessions = tables.contains(.sessions)
    contacts = tables.contains(.contacts)
    events = tables.contains(.events)
    anomalies = tables.contains(.anomalies)
  }
}

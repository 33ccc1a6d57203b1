import Files

/// What stands between a store and everything that prints: it changes people, ids and texts before they are handed out.
/// Whoever reads a screened store cannot come at what it hides. Called from any thread.
public protocol StoreScreen: AnyObject, Sendable {
  /// Of everything that decides what the screen makes of a text: equal ones make the same.
  var digest: ContentDigest { get }
  /// Whether topics are handed out.
  var showsTopics: Bool { get }

  func id(_ id: String, of kind: StoreID) -> String
  func customer(_ person: Person) -> Person
  func agent(_ person: Person) -> Person
  /// Changes what an event says, the name of who did it too.
  func screen(_ details: inout EventDetails, of event: Event)
  /// A rejected record's first characters.
  func excerpt(_ text: String) -> String
  /// A file of the export, as shown.
  func file(_ path: String) -> String
}

/// What an id names.
public enum StoreID: String, Sendable, CaseIterable {
  case customer, agent, conversation, event
}

extension EventStore {
  /// The same store behind a screen.
  public func seen(through screen: any StoreScreen) -> EventStore {
    EventStore(self, behind: screen, summary: summary.seen(through: screen))
  }

  /// The text of an index into the store's names as it is handed out.
  func screened(_ index: UInt32, by screen: any StoreScreen) -> String {
    let text = names[Int(index)]
    if index == 0 || brands.contains(index) { return text }
    return screen.id(text, of: names.kind(Int(index)))
  }
}

extension ReadSummary {
  fileprivate func seen(through screen: any StoreScreen) -> ReadSummary {
    var seen = self
    seen.rejected = rejected.seen(through: screen)
    for index in files.indices { seen.files[index].path = screen.file(files[index].path) }
    let paths = files.map(\.path).filter { !$0.isEmpty }.sorted { $0.utf8.count > $1.utf8.count }
    seen.notes = notes.map { note in
      let id = note.values["id"].map { (told: $0, seen: screen.id($0, of: .event)) }
      return note.changed { text in
        let clean = paths.reduce(text) { $0.replacing($1, with: screen.file($1)) }
        return id.map { clean.replacing($0.told, with: $0.seen) } ?? clean
      }
    }
    return seen
  }
}

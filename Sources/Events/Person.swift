/// What the export tells of a customer or an agent; the later file wins where several tell of the same one.
public struct Person: Sendable, Equatable {
  public var id: String
  public var name: String
  public var emails: [String]
  public var phones: [String]
  public var address: String
  /// Ids in other systems: name of the system (may be empty) and id, sorted.
  public var externalIDs: [ExternalID]

  public struct ExternalID: Sendable, Equatable {
    public var system: String
    public var id: String
    public init(system: String, id: String) {
      self.system = system
      self.id = id
    }
  }

  public init(
    id: String, name: String = "", emails: [String] = [], phones: [String] = [], address: String = "",
    externalIDs: [ExternalID] = []
  ) {
    self.id = id
    self.name = name
    self.emails = emails
    self.phones = phones
    self.address = address
    self.externalIDs = externalIDs
  }

  /// By name, else mail, else id (`guide/exports.md`, "Neutral events").
  public var shownName: String { name.isEmpty ? emails.first ?? id : name }
}

/// Which customers reading leaves out, with all their events: nothing that is counted or printed knows of them.
public struct Omission: Sendable {
  /// Whether it asks for more of a person than the id, so that mail addresses and numbers are read as well.
  let readsPeople: Bool
  public let omits: @Sendable (Person) -> Bool

  /// - Parameter omits: called from any thread; a person has the id alone unless `readsPeople`.
  public init(readsPeople: Bool, omits: @escaping @Sendable (Person) -> Bool) {
    self.readsPeople = readsPeople
    self.omits = omits
  }
}

/// A customer whom reading left out.
public struct OmittedCustomer: Sendable {
  /// All that the export tells of the customer.
  public var person: Person
  /// How many events there would be.
  public var events: Int
}

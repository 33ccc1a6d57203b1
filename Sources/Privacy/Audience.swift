import Events

/// Who a site is made for, and so what may be in it. Everything that prints reads events and people through an
/// audience, so that nothing above it holds what the audience may not see.
public struct Audience: Sendable {
  public let name: String

  /// Everything, for the company's own people.
  public static let everyone = Audience(name: "internal")
}

extension Audience {
  /// The store as this audience may see it.
  public func apply(_ store: EventStore) -> EventStore { store }
}

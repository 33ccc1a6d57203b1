/// What has a name or an id of its own, and is found by it without exception.
public enum ExactKey {
  public enum Kind: UInt8, Sendable { case page, customer, conversation }

  /// - Parameter number: of the document, or of the Conversation among the facts.
  public static func make(_ kind: Kind, _ number: Int) -> UInt64 { UInt64(kind.rawValue) << 56 | UInt64(number) }

  static func kind(of key: UInt64) -> Kind { Kind(rawValue: UInt8(truncatingIfNeeded: key >> 56)) ?? .page }

  static func number(of key: UInt64) -> Int { Int(key & 0xFF_FFFF_FFFF_FFFF) }
}

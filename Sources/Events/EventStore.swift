import Files
import Time

/// Everything that was read of an export: events packed and sorted by party, then in the order of `grouping.md`,
/// duplicates dropped; people; what was rejected. Texts stay in the mapped files.
///
/// Sorted so that `parties` are in the byte order of brand, then customer, and `events(of:)` is one run.
public struct EventStore: Sendable {
  /// A customer at a brand.
  public struct Party: Sendable {
    /// An index into the store's names; the brand `""` where the export names none.
    public var brand: UInt32
    public var customer: UInt32
    /// The events' range.
    public var events: Range<Int>
  }

  /// Every accepted event; `parties` index into it.
  public internal(set) var events: [Event] = []
  public internal(set) var parties: [Party] = []
  /// Channel names in byte order of first interning… `channels[0]` is `""`.
  public internal(set) var channels: [String] = [""]
  /// Interned strings: brands, customers, Conversations' and actors' ids. `names[0]` is `""`.
  public internal(set) var names: [String] = [""]
  /// What reading found besides events.
  public internal(set) var summary = ReadSummary()

  public init() {}
}

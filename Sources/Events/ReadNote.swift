/// Something that reading met and a person is told of: in English for terminals and files, and in parts for pages, which
/// say it in the language of their site. Two are equal if they say the same.
public struct ReadNote: Sendable {
  /// In English.
  public let text: String
  /// What kind of note it is, `missing_field`; empty for one that has English alone.
  public let key: String
  /// How many it speaks of, where it counts something.
  public let count: Int?
  /// Paths, fields and ids in it, by name.
  public let values: [String: String]
  /// Names that it lists.
  public let names: [String]
  /// Why, where it gives another note as its reason.
  private let reasons: [ReadNote]

  init(
    _ key: String, _ text: String, count: Int? = nil, _ values: [String: String] = [:], names: [String] = [],
    reason: ReadNote? = nil
  ) {
    self.key = key
    self.text = text
    self.count = count
    self.values = values
    self.names = names
    reasons = reason.map { [$0] } ?? []
  }

  public init(text: String) { self.init("", text) }

  public var reason: ReadNote? { reasons.first }

  /// The same with each of its texts changed.
  func changed(_ change: (String) -> String) -> ReadNote {
    ReadNote(
      key, change(text), count: count, values.mapValues(change), names: names.map(change),
      reason: reason?.changed(change))
  }

  /// So many names are listed; of further ones the number is told.
  public static let namesShown = 5
}

extension ReadNote: Hashable, CustomStringConvertible {
  public static func == (a: ReadNote, b: ReadNote) -> Bool { a.text == b.text }
  public func hash(into hasher: inout Hasher) { hasher.combine(text) }
  public var description: String { text }
}

/// Choices above a table that hide rows, for readers with script; without it they are not shown.
public struct TableFilters: Sendable {
  /// A choice among values of one of the rows' data.
  public struct Choice: Sendable {
    public struct Option: Sendable, Equatable {
      public var value: String
      public var words: String

      public init(_ value: String, _ words: String) {
        self.value = value
        self.words = words
      }
    }

    /// The name of the data, e.g. `channel`.
    public var name: String
    public var label: String
    public var options: [Option]

    public init(name: String, label: String, options: [Option]) {
      self.name = name
      self.label = label
      self.options = options
    }
  }

  /// The label of a field that looks for text anywhere in a row; empty for none.
  public var search: String
  public var choices: [Choice]
  /// What the rows are, for counts: `sessions`.
  public var noun: String

  public init(search: String, choices: [Choice] = [], noun: String) {
    self.search = search
    self.choices = choices
    self.noun = noun
  }
}

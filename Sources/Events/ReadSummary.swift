/// What reading met, for the data-quality page, `check` and `group`'s `rejected` table.
public struct ReadSummary: Sendable {
  /// A record that could not be read (`guide/exports.md`, "Rejected records").
  public struct Rejected: Sendable, Equatable {
    /// As shown: the data root's last name, then the path below it.
    public var file: String
    /// From 1.
    public var line: Int
    /// Of the line's first byte; in a `.gz`, of the decompressed bytes.
    public var offset: Int
    public var cause: ReadNote
    /// The record's first 200 characters.
    public var text: String

    /// The cause in English.
    public var reason: String { cause.text }
  }

  /// A file that was read.
  public struct File: Sendable, Equatable {
    public var path: String
    /// Records met in it, bad ones too, blank lines not.
    public var records: Int
    public var rejected: Int
    public var duplicates: Int
    public var restated: Int
    public var bytes: Int
  }

  public var files: [File] = []
  /// By file, then line.
  public var rejected: RejectedRecords = []
  /// Warnings for a person: restated records, unknown columns, unknown content types, …, in the order of files.
  public var notes: [ReadNote] = []
  /// Events made of records.
  public var events = 0
  public var duplicates = 0
  public var restated = 0
  /// Customers who were left out by request, and how many events there would be of them.
  public var omittedCustomers = 0
  public var omittedEvents = 0
  /// Records of unknown kinds or content types, by name, in byte order.
  public var unknownKinds: [(name: String, count: Int)] = []

  public init() {}

  /// The same in English.
  public var warnings: [String] { notes.map(\.text) }

  public var records: Int { files.reduce(0) { $0 + $1.records } }
}

extension ReadSummary.Rejected {
  public init(file: String, line: Int, offset: Int, reason: String, text: String) {
    self.init(file: file, line: line, offset: offset, cause: ReadNote(text: reason), text: text)
  }
}

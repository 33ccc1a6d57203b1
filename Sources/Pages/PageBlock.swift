import Diagnostics

extension Page {
  /// A fence that the program fills in.
  public struct Block: Sendable {
    public enum Kind: String, CaseIterable, Sendable {
      /// A query with a name, not shown.
      case sql
      /// Figures, written in YAML.
      case table, metric, chart
      /// A report of the program, with options.
      case report
      /// A part of a customer's timeline.
      case timeline
    }

    /// A line `key: value`.
    public struct Option: Sendable, Equatable {
      public var key: String
      public var value: String
      /// Of the key.
      public var place: Place
      public var valuePlace: Place
    }

    public var kind: Kind
    /// What follows the kind. A figure's name is an id that nothing else on the page has; where none is written, it is
    /// its kind with a number from the second on. No two queries of a page have one name.
    public var name: String
    /// As it is written; it begins in the line below `place`.
    public var body: String
    /// The body of a report or a part of a timeline; empty for all others.
    public var options: [Option]
    /// A query of which the author says that it tells no number of few people: `sql NAME safe`.
    public var isSafe = false
    /// Of the opening fence. Its path is that of the file that holds it, which may be an included one.
    public var place: Place
  }
}

extension Page.Block {
  /// Where a byte of the body stands in the file.
  public func place(ofByte offset: Int) -> Place {
    let indent = place.text?.prefix { $0 == " " } ?? ""
    var found = Place(path: place.path, source: Array(body.utf8), offset: offset)
    found.line = (place.line ?? 0) + (found.line ?? 1)
    found.column = (found.column ?? 1) + indent.count
    found.text = indent + (found.text ?? "")
    return found
  }
}

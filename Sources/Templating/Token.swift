/// One step of a compiled template: 16 bytes, all names resolved.
struct Token: Sendable {
  enum Operation: UInt8, Sendable {
    /// Writes literal bytes `start..<end`.
    case literal
    /// Writes a text, escaped.
    case escaped
    /// Writes markup as it is.
    case markup
    /// Goes on if the value is there, else at token `end`.
    case when
    /// Goes on if the value is not there, else at token `end`.
    case unless
    /// Repeats the tokens up to `end` for each record.
    case each
  }

  var operation: Operation
  /// How many records of `.one` fields a dotted name passes on its way, listed in the template's `hops` from `start`.
  var hops: UInt8 = 0
  /// The record that the value is looked up in, counted from the root: its place in the stack of open records.
  var depth: UInt16 = 0
  var slot: Int32 = 0
  var start: Int32 = 0
  var end: Int32 = 0
}

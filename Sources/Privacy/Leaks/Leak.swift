/// A place that is a leak if a text says what stands there.
public struct LeakSuspect: Hashable, Sendable {
  let run: TextRuns.Suspect
  public let leak: Leak
}

/// Something that an audience may not see, in a file that is made for it.
public struct Leak: Hashable, Sendable {
  /// How it is written there.
  public enum Form: String, Sendable {
    case plain
    /// As HTML, addresses, JSON or CSV write signs that mean something there.
    case escaped
    case base64, hex
  }

  public enum Kind: Hashable, Sendable {
    /// A value that tells who someone is.
    case value(PersonalKind)
    /// A run of what someone wrote.
    case text
  }

  public var kind: Kind
  public var form: Form
  /// Of the first byte in the file.
  public var offset: Int

  init(_ kind: Kind, _ form: Form, at offset: Int) {
    self.kind = kind
    self.form = form
    self.offset = offset
  }
}

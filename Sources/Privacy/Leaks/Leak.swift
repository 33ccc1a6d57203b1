/// Something that an audience may not see, in a file that is made for it.
public struct Leak: Equatable, Sendable {
  /// How it is written there.
  public enum Form: String, Sendable {
    case plain
    /// As HTML, addresses, JSON or CSV write signs that mean something there.
    case escaped
    case base64, hex
  }

  public enum Kind: Equatable, Sendable {
    /// A value that tells who someone is.
    case value(PersonalKind)
    /// A run of what someone wrote.
    case text
  }

  public var kind: Kind
  public var form: Form
  /// Of the first byte in the file.
  public var offset: Int

  public init(_ kind: Kind, _ form: Form, at offset: Int) {
    self.kind = kind
    self.form = form
    self.offset = offset
  }
}

/// The names that a template may use, and what stands behind each: the contract between a view in Swift and its
/// markup in `Templates/`. A template is compiled against a schema, so an unknown name is an error with its place
/// before anything is rendered.
public final class Schema: Sendable {
  public let name: String
  /// In slot order.
  public let fields: [Field]
  private let slots: [String: Int]

  public init(_ name: String, _ fields: [Field]) {
    self.name = name
    self.fields = fields
    slots = Dictionary(
      fields.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The slot of a field, if the schema has one of that name.
  public func find(_ name: String) -> Slot? {
    slots[name].map { Slot(index: $0, schema: ObjectIdentifier(self)) }
  }

  /// The slot of a field that the caller knows to exist.
  public subscript(_ name: String) -> Slot {
    guard let slot = find(name) else { preconditionFailure("no field `\(name)` in schema `\(self.name)`") }
    return slot
  }
}

/// One name of a schema.
public struct Field: Sendable {
  public enum Kind: Sendable {
    /// Escaped by `{{name}}`, never raw; as a section it stands if it is not empty.
    case text
    /// Markup, written by `{{{name}}}` or `{{name}}` as it is; as a section it stands if it is not empty.
    case markup
    /// A section that stands or not.
    case flag
    /// A section that opens a record, if there is one.
    case one(Schema)
    /// A section, once for each record.
    case list(Schema)
  }

  public let name: String
  public let kind: Kind

  public static func text(_ name: String) -> Field { Field(name: name, kind: .text) }
  public static func markup(_ name: String) -> Field { Field(name: name, kind: .markup) }
  public static func flag(_ name: String) -> Field { Field(name: name, kind: .flag) }
  public static func one(_ name: String, _ schema: Schema) -> Field { Field(name: name, kind: .one(schema)) }
  public static func list(_ name: String, _ schema: Schema) -> Field { Field(name: name, kind: .list(schema)) }
}

/// A field's position in the records of its schema. It fits records of that schema alone, which `Values` checks.
public struct Slot: Equatable, Sendable {
  let index: Int
  let schema: ObjectIdentifier
}

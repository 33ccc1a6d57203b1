/// A schema and all schemas below it in two flat tables, so that filling and rendering look nothing up by name.
struct Layout: Sendable {
  /// One schema's place in the tables.
  struct Frame: Sendable {
    let schema: ObjectIdentifier
    /// Where its fields begin in `shapes`.
    let origin: Int
    let count: Int
  }

  /// What a field holds, and of which frame its records are.
  struct Shape: Sendable {
    let kind: Kind
    let child: Int
  }

  enum Kind: UInt8, Sendable { case text, markup, flag, one, list }

  private(set) var schemas: [Schema] = []
  private(set) var frames: [Frame] = []
  private(set) var shapes: [Shape] = []

  init(_ schema: Schema) { _ = add(schema) }
}

extension Layout {
  private mutating func add(_ schema: Schema) -> Int {
    if let known = schemas.firstIndex(where: { $0 === schema }) { return known }
    let index = schemas.count
    schemas.append(schema)
    let origin = shapes.count
    frames.append(Frame(schema: ObjectIdentifier(schema), origin: origin, count: schema.fields.count))
    shapes += schema.fields.map { Shape(kind: $0.kind.layoutKind, child: 0) }
    for (offset, field) in schema.fields.enumerated() {
      guard let child = field.kind.schema else { continue }
      shapes[origin + offset] = Shape(kind: field.kind.layoutKind, child: add(child))
    }
    return index
  }
}

extension Field.Kind {
  /// The schema of the records that a section over this field opens.
  var schema: Schema? {
    switch self {
    case .one(let schema), .list(let schema): schema
    case .text, .markup, .flag: nil
    }
  }

  var layoutKind: Layout.Kind {
    switch self {
    case .text: .text
    case .markup: .markup
    case .flag: .flag
    case .one: .one
    case .list: .list
    }
  }
}

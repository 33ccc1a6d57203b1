/// What a name in a template stands for, at one place of it.
struct Reference {
  /// The open record that holds it, counted from the root.
  var depth: Int
  /// The `.one` fields on the way of a dotted name.
  var hops: [Int] = []
  var slot: Int
  var field: Field
}

/// Resolves names by climbing from the innermost open record's schema to the root's.
struct NameResolver {
  /// The schemas of the open records, the root's first.
  var scopes: [Schema]
}

extension NameResolver {
  /// Resolves `a` by climbing, and of `a.b` each further part in the record before it.
  func resolve(_ name: String) throws(TemplateError) -> Reference {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.allSatisfy({ !$0.isEmpty }) else { throw .invalidName(name) }
    var reference = try climb(to: parts[0])
    for (index, part) in parts.enumerated().dropFirst() {
      reference = try step(from: reference, owner: parts[..<index].joined(separator: "."), to: part)
    }
    return reference
  }

  private func climb(to name: String) throws(TemplateError) -> Reference {
    for (depth, schema) in scopes.enumerated().reversed() {
      guard let slot = schema.find(name) else { continue }
      return Reference(depth: depth, slot: slot.index, field: schema.fields[slot.index])
    }
    throw .unknownName(
      name, schemas: scopes.reversed().map(\.name), known: scopes.reversed().flatMap { $0.fields.map(\.name) })
  }

  private func step(from outer: Reference, owner: String, to name: String) throws(TemplateError) -> Reference {
    guard case .one(let schema) = outer.field.kind else { throw .fieldless(owner, kind: outer.field.kind.layoutKind) }
    guard let slot = schema.find(name) else {
      throw .unknownField(name, of: owner, schema: schema.name, known: schema.fields.map(\.name))
    }
    return Reference(
      depth: outer.depth, hops: outer.hops + [outer.slot], slot: slot.index, field: schema.fields[slot.index])
  }
}

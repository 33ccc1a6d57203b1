/// A template compiled for one schema: a flat list of tokens, rendered to bytes without looking up a name.
public struct Template: Sendable {
  public let schema: Schema
  let tokens: [Token]
  let literals: [UInt8]
  let hops: [Int32]
  /// The most records that are open at once.
  let depth: Int
}

extension Template {
  /// Appends the filled template. The values must be of the template's own schema.
  public func render(_ values: Values, into output: inout [UInt8]) {
    precondition(
      values.schema === schema, "template for schema `\(schema.name)`, values of schema `\(values.schema.name)`")
    withUnsafeTemporaryAllocation(of: Int.self, capacity: depth) { stack in
      stack[0] = values.root.base
      tokens.withUnsafeBufferPointer { tokens in
        literals.withUnsafeBufferPointer { literals in
          values.entries.withUnsafeBufferPointer { entries in
            values.text.withUnsafeBufferPointer { text in
              let renderer = TokenRenderer(
                tokens: tokens, literals: literals, hops: hops, entries: entries, text: text, stack: stack)
              renderer.run(0..<tokens.count, depth: 0, into: &output)
            }
          }
        }
      }
    }
  }
}

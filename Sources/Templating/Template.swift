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
    render(values, nil, UnsafeBufferPointer(start: nil, count: 0), into: &output)
  }

  /// The same with markup for a `.markup` field of the template's own schema, which is not copied into the values before:
  /// it may be most of a page.
  public func render(_ values: Values, with slot: Slot, being markup: [UInt8], into output: inout [UInt8]) {
    markup.withUnsafeBufferPointer { render(values, slot, $0, into: &output) }
  }

  private func render(
    _ values: Values, _ slot: Slot?, _ markup: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]
  ) {
    precondition(
      values.schema === schema, "template for schema `\(schema.name)`, values of schema `\(values.schema.name)`")
    withUnsafeTemporaryAllocation(of: Int.self, capacity: depth) { stack in
      stack[0] = values.root.base
      tokens.withUnsafeBufferPointer { tokens in
        literals.withUnsafeBufferPointer { literals in
          values.entries.withUnsafeBufferPointer { entries in
            values.text.withUnsafeBufferPointer { text in
              let renderer = TokenRenderer(
                tokens: tokens, literals: literals, hops: hops, entries: entries, text: text, stack: stack,
                lent: (Int32(slot?.index ?? -1), markup))
              output.render(estimate: literals.count + 2 * text.count + 16 * entries.count + markup.count) {
                renderer.run(0..<tokens.count, depth: 0, into: &$0)
              }
            }
          }
        }
      }
    }
  }
}

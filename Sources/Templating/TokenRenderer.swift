import HTML

/// One rendering: tokens and values side by side. It reads through unsafe buffers, since bounds checks on every token
/// cost a tenth; every index comes from the compiler or from `Values`, which checked it.
struct TokenRenderer {
  let tokens: UnsafeBufferPointer<Token>
  let literals: UnsafeBufferPointer<UInt8>
  let hops: [Int32]
  let entries: UnsafeBufferPointer<Values.Entry>
  let text: UnsafeBufferPointer<UInt8>
  /// The header of each open record, the root first.
  let stack: UnsafeMutableBufferPointer<Int>
  /// The root's slot that is filled with bytes from elsewhere; −1 if none is.
  let lent: (slot: Int32, bytes: UnsafeBufferPointer<UInt8>)
}

extension TokenRenderer {
  func run(_ range: Range<Int>, depth: Int, into output: inout TemplateOutput) {
    var next = range.lowerBound
    while next < range.upperBound {
      let token = tokens[next]
      next += 1
      switch token.operation {
      case .literal: output.append(literals, Int(token.start), Int(token.end))
      case .escaped:
        let entry = entry(token)
        output.append(escaping: text, Int(entry.start), Int(entry.end))
      case .markup:
        if isLent(token) {
          output.append(lent.bytes, 0, lent.bytes.count)
        } else {
          let entry = entry(token)
          output.append(text, Int(entry.start), Int(entry.end))
        }
      case .when: if !isThere(token) { next = Int(token.end) }
      case .unless: if isThere(token) { next = Int(token.end) }
      case .each:
        repeatRecords(of: token, body: next, depth: depth + 1, into: &output)
        next = Int(token.end)
      }
    }
  }
}

extension TokenRenderer {
  private func repeatRecords(of token: Token, body: Int, depth: Int, into output: inout TemplateOutput) {
    var record = Int(entry(token).start)
    while record != 0 {
      stack[depth] = record
      run(body..<Int(token.end), depth: depth, into: &output)
      record = Int(entries[record].start)
    }
  }

  @inline(__always)
  private func isLent(_ token: Token) -> Bool { token.slot == lent.slot && token.depth == 0 && token.hops == 0 }

  @inline(__always)
  private func isThere(_ token: Token) -> Bool { isLent(token) ? !lent.bytes.isEmpty : entry(token).isThere }

  @inline(__always)
  private func entry(_ token: Token) -> Values.Entry {
    var record = stack[Int(token.depth)]
    if token.hops > 0 {
      for hop in hops[Int(token.start)..<Int(token.start) + Int(token.hops)] {
        record = Int(entries[record + 1 + Int(hop)].start)
        if record == 0 { return Values.Entry() }
      }
    }
    return entries[record + 1 + Int(token.slot)]
  }
}

import Files

/// Reads one line of JSON by RFC 8259: checks the whole of it, and notes where the fields of a tree stand.
///
/// It allocates nothing, and may read up to sixteen bytes past the line's end: the bytes have to be those of
/// `MappedBytes`. A newline or the zero behind the last byte ends every loop.
struct JSONScanner {
  let tree: FieldTree.View
  let slots: UnsafeMutablePointer<Slot>
  let start: UnsafePointer<UInt8>
  let end: UnsafePointer<UInt8>

  /// Deeper records are refused: no export nests so, and the scanner's stack is bounded.
  static let deepest = 128
  /// Longer records are refused: 64 MiB.
  static let longest = 1 << 26

  typealias Position = UnsafePointer<UInt8>
}

extension JSONScanner {
  /// - Returns: the line's newline, or the end of the bytes.
  func record() throws(JSONFault) -> Position {
    var p = JSONScanner.skipSpace(start)
    let isObject = p.pointee == 0x7B
    p = try value(p, nil, depth: 0)
    p = JSONScanner.skipSpace(p)
    guard p == end || p.pointee == 0x0A else { throw .trailing }
    guard isObject else { throw .notAnObject }
    guard p - start <= JSONScanner.longest else { throw .tooLong }
    return p
  }
}

extension JSONScanner {
  @inline(__always)
  fileprivate static func skipSpace(_ from: Position) -> Position {
    var p = from
    while p.pointee == 0x20 || p.pointee == 0x09 || p.pointee == 0x0D { p += 1 }
    return p
  }

  /// The object after its brace.
  private func object(_ from: Position, node: Int, depth: Int) throws(JSONFault) -> Position {
    var p = JSONScanner.skipSpace(from)
    if p.pointee == 0x7D { return p + 1 }
    while true {
      guard p.pointee == 0x22 else { throw fault(p) }
      let key = p + 1
      var escaped = false
      p = try JSONScanner.textEnd(key, &escaped)
      let branch = node < 0 ? nil : escaped ? unescapedBranch(node, key, p) : tree.branch(node, key, p - key)
      p = JSONScanner.skipSpace(p + 1)
      guard p.pointee == 0x3A else { throw fault(p) }
      p = try value(JSONScanner.skipSpace(p + 1), branch, depth: depth)
      p = JSONScanner.skipSpace(p)
      if p.pointee == 0x7D { return p + 1 }
      guard p.pointee == 0x2C else { throw fault(p) }
      p = JSONScanner.skipSpace(p + 1)
    }
  }

  /// The array after its bracket.
  private func array(_ from: Position, depth: Int) throws(JSONFault) -> Position {
    var p = JSONScanner.skipSpace(from)
    if p.pointee == 0x5D { return p + 1 }
    while true {
      p = JSONScanner.skipSpace(try value(p, nil, depth: depth))
      if p.pointee == 0x5D { return p + 1 }
      guard p.pointee == 0x2C else { throw fault(p) }
      p = JSONScanner.skipSpace(p + 1)
    }
  }

  /// - Parameter depth: how many arrays and objects are open around the value.
  private func value(
    _ p: Position, _ branch: UnsafePointer<FieldTree.Branch>?, depth: Int
  ) throws(JSONFault) -> Position {
    var form: Slot.Form
    var next: Position
    if let branch, branch.pointee.below != 0 { forget(branch.pointee.below) }
    switch p.pointee {
    case 0x22:
      var escaped = false
      next = try JSONScanner.textEnd(p + 1, &escaped)
      if let branch { keep(branch.pointee.fields, p + 1, next, escaped ? .escaped : .plain) }
      return next + 1
    case 0x7B, 0x5B:
      guard depth < JSONScanner.deepest else { throw .tooDeep }
      if p.pointee == 0x7B {
        // Here the root's fields begin: nothing but the record itself has depth 0.
        next = try object(p + 1, node: depth == 0 ? 0 : branch?.pointee.node ?? -1, depth: depth + 1)
        form = .object
      } else {
        next = try array(p + 1, depth: depth + 1)
        form = .array
      }
    case 0x74:
      next = try literal(p, "true")
      form = .boolean
    case 0x66:
      next = try literal(p, "false")
      form = .boolean
    case 0x6E:
      next = try literal(p, "null")
      form = .null
    case 0x2D, 0x30...0x39:
      form = .integer
      next = try JSONScanner.numberEnd(p, &form)
    default: throw fault(p)
    }
    if let branch { keep(branch.pointee.fields, p, next, form) }
    return next
  }

  @inline(__always)
  private func keep(_ fields: UInt64, _ from: Position, _ to: Position, _ form: Slot.Form) {
    var rest = fields
    while rest != 0 {
      slots[rest.trailingZeroBitCount] = Slot(
        start: UInt32(truncatingIfNeeded: from - start), count: UInt32(truncatingIfNeeded: to - from), form: form)
      rest &= rest &- 1
    }
  }

  @inline(__always)
  private func forget(_ fields: UInt64) {
    var rest = fields
    while rest != 0 {
      slots[rest.trailingZeroBitCount].form = .absent
      rest &= rest &- 1
    }
  }

  private func unescapedBranch(_ node: Int, _ key: Position, _ end: Position) -> UnsafePointer<FieldTree.Branch>? {
    var plain: [UInt8] = []
    JSONText.append(UnsafeBufferPointer(start: key, count: end - key), to: &plain)
    let count = plain.count
    plain.append(contentsOf: repeatElement(0, count: 8))
    return plain.withUnsafeBufferPointer { $0.baseAddress.flatMap { tree.branch(node, $0, count) } }
  }

  private func literal(_ from: Position, _ word: StaticString) throws(JSONFault) -> Position {
    for i in 0..<word.utf8CodeUnitCount where from[i] != word.utf8Start[i] { throw fault(from + i) }
    return from + word.utf8CodeUnitCount
  }

  /// What is wrong with a byte that does not fit.
  private func fault(_ p: Position) -> JSONFault {
    if p == end || p.pointee == 0x0A { return .unexpectedEnd }
    return p.pointee >= 0x80 && UTF8Scan.length(p) == 0 ? .invalidUTF8 : .unexpectedCharacter
  }
}

extension JSONScanner {
  /// The closing quote of the text that begins at `from`; `escaped` is set if a backslash was met.
  @inline(__always)
  fileprivate static func textEnd(_ from: Position, _ escaped: inout Bool) throws(JSONFault) -> Position {
    var p = from
    while true {
      let marks = textMarks(SixteenBytes(p))
      if marks == 0 {
        p += 16
        continue
      }
      p += marks.trailingZeroBitCount
      switch p.pointee {
      case 0x22: return p
      case 0x5C:
        escaped = true
        p += try escapeLength(p + 1)
      case 0x80...:
        let length = UTF8Scan.length(p)
        guard length > 0 else { throw .invalidUTF8 }
        p += length
      case 0x0A: throw .unexpectedEnd
      default: throw .controlCharacter
      }
    }
  }

  /// Quotes, backslashes, control characters and everything that is not ASCII, a bit each.
  @inline(__always)
  private static func textMarks(_ bytes: SixteenBytes) -> UInt64 {
    bytes.bitsAndHigh(bytes.equal(0x22) .| bytes.equal(0x5C) .| bytes.among(0, 0x20))
  }

  /// The length of an escape, its backslash included.
  private static func escapeLength(_ p: Position) throws(JSONFault) -> Int {
    switch p.pointee {
    case 0x22, 0x5C, 0x2F, 0x62, 0x66, 0x6E, 0x72, 0x74: return 2
    case 0x75:
      for i in 1...4 where JSONText.hexDigit(p[i]) == nil { throw .unknownEscape }
      return 6
    default: throw .unknownEscape
    }
  }

  /// The end of a number; `form` becomes `.number` if it has a fraction or an exponent.
  private static func numberEnd(_ from: Position, _ form: inout Slot.Form) throws(JSONFault) -> Position {
    var p = from.pointee == 0x2D ? from + 1 : from
    p = p.pointee == 0x30 ? p + 1 : try digits(p)
    if p.pointee == 0x2E {
      form = .number
      p = try digits(p + 1)
    }
    if p.pointee | 0x20 == 0x65 {
      form = .number
      p += 1
      if p.pointee == 0x2B || p.pointee == 0x2D { p += 1 }
      p = try digits(p)
    }
    // `01` and `1x` are no numbers; what may follow one is the caller's to judge.
    if isDigit(p.pointee) { throw .malformedNumber }
    return p
  }

  private static func digits(_ from: Position) throws(JSONFault) -> Position {
    var p = from
    while isDigit(p.pointee) { p += 1 }
    guard p > from else { throw .malformedNumber }
    return p
  }

  @inline(__always)
  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}

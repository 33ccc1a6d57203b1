/// Reads a formula by recursive descent:
///
///     sum     = product { ("+" | "-") product }
///     product = value { ("*" | "/") value }
///     value   = number | name | "(" sum ")"
struct FormulaParser {
  /// What is wrong, and at which byte.
  struct Failure: Error, Equatable {
    var summary: String
    var offset: Int
  }

  private let text: String
  private let bytes: [UInt8]
  private var position = 0
  private var depth = 0

  init(_ text: String) {
    self.text = text
    bytes = Array(text.utf8)
  }
}

extension FormulaParser {
  static func parse(_ text: String) throws(Failure) -> MeasureFormula {
    var parser = FormulaParser(text)
    let root = try parser.sum()
    if parser.peek != nil {
      throw parser.failure("found \(parser.found), expected `+`, `-`, `*`, `/` or the formula's end")
    }
    return MeasureFormula(text: text, root: root)
  }

  /// How deep parentheses may nest.
  private static let deepest = 50
}

extension FormulaParser {
  private typealias Node = MeasureFormula.Node

  private mutating func sum() throws(Failure) -> Node {
    var node = try product()
    while let sign = operation(among: [.add, .subtract]) {
      let at = position
      position += 1
      let right = try product()
      node = .operation(sign, at: at, node, right, node.range.lowerBound..<right.range.upperBound)
    }
    return node
  }

  private mutating func product() throws(Failure) -> Node {
    var node = try value()
    while let sign = operation(among: [.multiply, .divide]) {
      let at = position
      position += 1
      let right = try value()
      node = .operation(sign, at: at, node, right, node.range.lowerBound..<right.range.upperBound)
    }
    return node
  }

  private mutating func value() throws(Failure) -> Node {
    guard let byte = peek else { throw failure("found the formula's end, expected a measure, a number or `(`") }
    if byte == UInt8(ascii: "(") { return try parentheses() }
    if (0x30...0x39).contains(byte) { return try number() }
    guard (0x61...0x7A).contains(byte) else { throw failure("found \(found), expected a measure, a number or `(`") }
    let range = run { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "_") }
    return .measure(String(decoding: bytes[range], as: UTF8.self), range)
  }

  private mutating func parentheses() throws(Failure) -> Node {
    let start = position
    guard depth < FormulaParser.deepest else {
      throw failure("parentheses nest more than \(FormulaParser.deepest) deep")
    }
    depth += 1
    position += 1
    let node = try sum()
    guard peek == UInt8(ascii: ")") else { throw failure("found \(found), expected `)`") }
    position += 1
    depth -= 1
    return node.ranged(start..<position)
  }

  private mutating func number() throws(Failure) -> Node {
    let range = run { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
    guard let value = Double(String(decoding: bytes[range], as: UTF8.self)) else {
      throw Failure(summary: "unreadable number, expected digits with at most one point", offset: range.lowerBound)
    }
    return .number(value, range)
  }
}

extension FormulaParser {
  /// The next byte that is no blank.
  private var peek: UInt8? {
    mutating get {
      while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) { position += 1 }
      return position < bytes.count ? bytes[position] : nil
    }
  }

  /// What stands there, for errors.
  private var found: String {
    guard position < bytes.count else { return "the formula's end" }
    return String(decoding: bytes[position...], as: UTF8.self).first.map { "`\($0)`" } ?? "nothing"
  }

  private mutating func operation(among operators: [MeasureFormula.Operator]) -> MeasureFormula.Operator? {
    guard let byte = peek else { return nil }
    return operators.first { $0.rawValue == Character(Unicode.Scalar(byte)) }
  }

  private mutating func run(_ belongs: (UInt8) -> Bool) -> Range<Int> {
    let start = position
    while position < bytes.count, belongs(bytes[position]) { position += 1 }
    return start..<position
  }

  private func failure(_ summary: String) -> Failure { Failure(summary: summary, offset: position) }
}

extension MeasureFormula.Node {
  /// The same with the parentheses around it.
  fileprivate func ranged(_ range: Range<Int>) -> Self {
    switch self {
    case .number(let value, _): .number(value, range)
    case .measure(let name, _): .measure(name, range)
    case .operation(let sign, let at, let left, let right, _): .operation(sign, at: at, left, right, range)
    }
  }
}

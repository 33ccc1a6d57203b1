/// Arithmetic over measures, read and with its places: byte ranges in its text.
public struct MeasureFormula: Sendable, Equatable {
  /// As its author wrote it.
  public let text: String
  let root: Node

  indirect enum Node: Sendable, Equatable {
    case number(Double, Range<Int>)
    case measure(String, Range<Int>)
    case operation(Operator, at: Int, Node, Node, Range<Int>)
  }

  enum Operator: Character, Sendable {
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
  }
}

extension MeasureFormula {
  /// The measures that it names, in order.
  var names: [String] { references.map(\.name) }

  /// The same with their places.
  var references: [(name: String, range: Range<Int>)] { root.references }

  func text(of node: Node) -> String { String(decoding: Array(text.utf8)[node.range], as: UTF8.self) }
}

extension MeasureFormula.Node {
  var range: Range<Int> {
    switch self {
    case .number(_, let range), .measure(_, let range), .operation(_, _, _, _, let range): range
    }
  }

  fileprivate var references: [(name: String, range: Range<Int>)] {
    switch self {
    case .number: []
    case .measure(let name, let range): [(name, range)]
    case .operation(_, _, let left, let right, _): left.references + right.references
    }
  }
}

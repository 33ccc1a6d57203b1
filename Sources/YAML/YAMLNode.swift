import Diagnostics
import Yams

/// A value of a YAML file with its place, read as what is expected there: everything else is nil, and `mistake` says so.
public struct YAMLNode {
  private let node: Node
  private let source: YAMLSource

  init(_ node: Node, in source: YAMLSource) {
    self.node = node
    self.source = source
  }
}

extension YAMLNode {
  /// The keys and values of a mapping, in the file's order.
  public var entries: [(key: YAMLNode, value: YAMLNode)]? {
    guard case .mapping(let mapping) = node else { return nil }
    return mapping.map { (key: YAMLNode($0.key, in: source), value: YAMLNode($0.value, in: source)) }
  }

  /// The members of a list, in the file's order.
  public var items: [YAMLNode]? {
    guard case .sequence(let sequence) = node else { return nil }
    return sequence.map { YAMLNode($0, in: source) }
  }

  /// The text of a single value, empty where nothing is written.
  public var text: String? { node.scalar?.string }

  /// YAML's words for true and false.
  public var flag: Bool? { node.bool }

  /// A whole number.
  public var number: Int? { node.int }

  /// A key without a value, or with one of YAML's words for that.
  public var isNothing: Bool {
    guard let scalar = node.scalar, scalar.style == .plain || scalar.style == .any else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
  }

  /// Where the value begins.
  public var place: Place { source.place(node.mark) }

  /// An error in the one form `expected …, found …`.
  /// - Parameter expected: with the word `expected`.
  public func mistake(_ expected: String) -> Diagnostic { .error("\(expected), found \(found)", at: place) }
}

extension YAMLNode {
  private var found: String {
    switch node {
    case .scalar(let scalar): scalar.string.isEmpty ? "nothing" : "`\(scalar.string)`"
    case .mapping: "`key: value` lines"
    case .sequence: "a list"
    case .alias: "an alias"
    }
  }
}

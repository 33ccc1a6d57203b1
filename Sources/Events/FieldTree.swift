/// The paths under which a layout's JSON records keep its fields, as a tree of keys.
final class FieldTree: @unchecked Sendable {
  // Unchecked: never written after `init`.
  private let nodes: UnsafeMutableBufferPointer<Node>
  /// Owned by `nodes`.
  private let owners: [ByteKeys]
  private let branches: [UnsafeMutableBufferPointer<Branch>]

  fileprivate struct Node {
    var keys: ByteKeys.View
    var branches: UnsafePointer<Branch>?
  }

  /// What stands under a key.
  struct Branch {
    /// The fields whose value this is, as bits.
    var fields: UInt64
    /// All fields at or below this key: a second occurrence of the key forgets the first.
    var below: UInt64
    /// The node of the object's keys, -1 if none of them is read.
    var node: Int
  }

  /// - Parameter paths: a field's path each, the field's number being the index; an empty path is never found.
  init(_ paths: [[String]]) {
    var builder = Builder()
    for (field, path) in paths.enumerated() where !path.isEmpty { builder.add(path, field: field) }
    owners = builder.nodes.map { ByteKeys($0.keys) }
    branches = builder.nodes.map { node in
      let buffer = UnsafeMutableBufferPointer<Branch>.allocate(capacity: node.branches.count)
      _ = buffer.initialize(from: node.branches)
      return buffer
    }
    nodes = .allocate(capacity: owners.count)
    for (i, owner) in owners.enumerated() {
      nodes.initializeElement(
        at: i, to: Node(keys: owner.view, branches: UnsafePointer(branches[i].baseAddress)))
    }
  }

  var view: View { View(nodes: UnsafePointer(nodes.baseAddress!)) }

  deinit {
    nodes.deallocate()
    for buffer in branches { buffer.deallocate() }
  }
}

extension FieldTree {
  /// The tree without the object that owns it.
  struct View {
    fileprivate let nodes: UnsafePointer<Node>

    /// What stands under a node's key; nil if it is not read.
    @inline(__always)
    func branch(_ node: Int, _ key: UnsafePointer<UInt8>, _ count: Int) -> UnsafePointer<Branch>? {
      let index = nodes[node].keys.index(of: key, count)
      return index < 0 ? nil : nodes[node].branches.map { $0 + index }
    }
  }

  private struct Builder {
    var nodes: [(keys: [String], branches: [Branch])] = [([], [])]

    mutating func add(_ path: [String], field: Int) {
      var node = 0
      for (depth, key) in path.enumerated() {
        let at = index(of: key, in: node)
        nodes[node].branches[at].below |= 1 << UInt64(field)
        if depth == path.count - 1 {
          nodes[node].branches[at].fields |= 1 << UInt64(field)
        } else {
          node = child(at, of: node)
        }
      }
    }

    mutating func index(of key: String, in node: Int) -> Int {
      if let found = nodes[node].keys.firstIndex(of: key) { return found }
      nodes[node].keys.append(key)
      nodes[node].branches.append(Branch(fields: 0, below: 0, node: -1))
      return nodes[node].keys.count - 1
    }

    mutating func child(_ at: Int, of node: Int) -> Int {
      if nodes[node].branches[at].node < 0 {
        nodes.append(([], []))
        nodes[node].branches[at].node = nodes.count - 1
      }
      return nodes[node].branches[at].node
    }
  }
}

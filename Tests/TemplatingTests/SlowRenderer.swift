/// A template as a tree and data as dictionaries, rendered by looking every name up where it stands: slow and obvious,
/// to check the compiled templates against.
indirect enum Piece {
  case text(String)
  case variable(String)
  case section(String, [Piece])
  case inverted(String, [Piece])

  var source: String {
    switch self {
    case .text(let text): text
    case .variable(let name): "{{\(name)}}"
    case .section(let name, let body): "{{#\(name)}}\(body.map(\.source).joined()){{/\(name)}}"
    case .inverted(let name, let body): "{{^\(name)}}\(body.map(\.source).joined()){{/\(name)}}"
    }
  }
}

enum Datum {
  case text(String)
  case markup(String)
  case flag(Bool)
  case records([[String: Datum]])
}

struct SlowRenderer {
  /// The open records' data, the root's first. A name that a schema has is in its data, be it empty.
  var stack: [[String: Datum]]

  func render(_ pieces: [Piece]) -> String { pieces.map(render).joined() }

  private func render(_ piece: Piece) -> String {
    switch piece {
    case .text(let text): text
    case .variable(let name): written(find(name))
    case .inverted(let name, let body): isThere(find(name)) ? "" : render(body)
    case .section(let name, let body):
      if case .records(let records)? = find(name) {
        records.map { SlowRenderer(stack: stack + [$0]).render(body) }.joined()
      } else {
        isThere(find(name)) ? render(body) : ""
      }
    }
  }

  private func find(_ name: String) -> Datum? {
    let parts = name.split(separator: ".").map(String.init)
    var found = stack.last { $0[parts[0]] != nil }?[parts[0]]
    for part in parts.dropFirst() {
      guard case .records(let records)? = found else { return nil }
      found = records.first?[part]
    }
    return found
  }

  private func isThere(_ datum: Datum?) -> Bool {
    switch datum {
    case .text(let text), .markup(let text): !text.isEmpty
    case .flag(let flag): flag
    case .records(let records): !records.isEmpty
    case nil: false
    }
  }

  private func written(_ datum: Datum?) -> String {
    switch datum {
    case .text(let text): String(decoding: text.utf8.flatMap(escaped), as: UTF8.self)
    case .markup(let text): text
    case .flag, .records, nil: ""
    }
  }

  private func escaped(_ byte: UInt8) -> [UInt8] {
    let entities = ["&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "'": "&#39;"]
    let character = String(UnicodeScalar(byte))
    return byte < 0x80 ? Array((entities[character] ?? character).utf8) : [byte]
  }
}

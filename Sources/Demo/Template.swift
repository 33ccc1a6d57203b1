/// A sentence with gaps such as `{order}`.
struct Template: Sendable {
  private enum Piece: Sendable {
    case text(String)
    case gap(Gap)
  }

  /// What can stand in a gap.
  enum Gap: String, CaseIterable, Sendable {
    case order, product, other, price, total, part, piece, spare, trait, day, date, next, nextdate, weeks
    case first, agent, city, carrier, tracking, qty, code
  }

  private var pieces: [Piece] = []

  /// Braces around anything but a gap's name stay as they are.
  init(_ source: String) {
    var rest = source[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = String(rest[rest.index(after: open)..<close])
      if let gap = Gap(rawValue: name) {
        pieces.append(.text(String(rest[..<open])))
        pieces.append(.gap(gap))
      } else {
        pieces.append(.text(String(rest[...close])))
      }
      rest = rest[rest.index(after: close)...]
    }
    pieces.append(.text(String(rest)))
  }
}

extension Template {
  /// What fills a gap at the beginning of a sentence gets a capital.
  func filled(by scene: Scene) -> String {
    var text = ""
    for piece in pieces {
      switch piece {
      case .text(let part): text += part
      case .gap(let gap):
        let value = scene[gap]
        let begins = text.isEmpty || [". ", "? ", "\n"].contains { text.hasSuffix($0) }
        text += begins ? value.prefix(1).uppercased() + value.dropFirst() : value
      }
    }
    return text
  }
}

import Diagnostics

/// Words of a block that may hold live numbers.
struct LiveText: Sendable {
  enum Part: Sendable {
    case text(String)
    case number(LiveNumber)
  }

  let parts: [Part]
}

extension LiveText {
  static func read(_ text: String, place: Place, scope: FigureScope) throws(Diagnostics) -> LiveText {
    var parts: [Part] = []
    var errors: [Diagnostic] = []
    var rest = text[...]
    while let open = rest.firstRange(of: "{{"), let close = rest[open.upperBound...].firstRange(of: "}}") {
      parts.append(.text(String(rest[..<open.lowerBound])))
      let inside = String(rest[open.upperBound..<close.lowerBound])
      do {
        parts.append(.number(try LiveNumber.read(inside, place: brace(of: inside, place), scope: scope)))
      } catch {
        errors += error.all
      }
      rest = rest[close.upperBound...]
    }
    if !errors.isEmpty { throw Diagnostics(errors) }
    return LiveText(parts: parts + [.text(String(rest))])
  }

  func text(_ context: ReportContext, _ data: FigureData) throws(Diagnostics) -> String {
    var text = ""
    for part in parts {
      switch part {
      case .text(let words): text += words
      case .number(let number): text += try number.text(context, data).isolated
      }
    }
    return text
  }

  var isPersonal: Bool {
    parts.contains { part in
      if case .number(let number) = part { number.isPersonal } else { false }
    }
  }

  var measures: [String] {
    parts.flatMap { part -> [String] in
      if case .number(let number) = part { number.measures } else { [] }
    }
  }

  /// Where the braces stand in the line of the value, if they do.
  private static func brace(of inside: String, _ place: Place) -> Place {
    guard let text = place.text, let found = text.firstRange(of: "{{\(inside)}}") else { return place }
    var place = place
    place.column = text.distance(from: text.startIndex, to: found.lowerBound) + 1
    return place
  }
}

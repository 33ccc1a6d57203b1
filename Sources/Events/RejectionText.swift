extension Rejection {
  /// A short phrase, the same for all records of one cause, so that they can be counted by it.
  func reason(in layout: Layout) -> String {
    switch self {
    case .json(let fault): fault.reason
    case .csv(let fault): fault.reason
    case .missing(let field): "missing field: \(layout.fieldName(field))"
    case .wrongType(let field): "wrong type: \(layout.fieldName(field))"
    case .unreadableInstant(let field): "unreadable instant: \(layout.fieldName(field))"
    case .noOffset(let field): "instant without offset: \(layout.fieldName(field))"
    case .unknownActor: "unknown actor"
    }
  }
}

extension JSONFault {
  var reason: String {
    switch self {
    case .unexpectedCharacter: "invalid JSON: unexpected character"
    case .unexpectedEnd: "invalid JSON: unexpected end of line"
    case .controlCharacter: "invalid JSON: control character in a text"
    case .unknownEscape: "invalid JSON: unknown escape"
    case .malformedNumber: "invalid JSON: malformed number"
    case .tooDeep: "nested too deeply"
    case .trailing: "invalid JSON: text after the record"
    case .invalidUTF8: "invalid UTF-8"
    case .notAnObject: "not a JSON object"
    case .tooLong: "longer than 64 MiB"
    }
  }
}

extension CSVFault {
  var reason: String {
    switch self {
    case .textAfterQuote: "invalid CSV: text after a closing quote"
    case .unclosedQuote: "invalid CSV: quote never closed"
    case .tooFewFields: "too few fields"
    case .tooManyFields: "too many fields"
    case .invalidUTF8: "invalid UTF-8"
    case .tooLong: "longer than 64 MiB"
    }
  }
}

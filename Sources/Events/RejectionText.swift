extension Rejection {
  /// A short phrase, the same for all records of one cause, so that they can be counted by it.
  func cause(in layout: Layout) -> ReadNote {
    switch self {
    case .json(let fault): fault.cause
    case .csv(let fault): fault.cause
    case .missing(let field): of("missing_field", "missing field", layout.fieldName(field))
    case .wrongType(let field): of("wrong_type", "wrong type", layout.fieldName(field))
    case .unreadableInstant(let field): of("unreadable_instant", "unreadable instant", layout.fieldName(field))
    case .noOffset(let field): of("no_offset", "instant without offset", layout.fieldName(field))
    case .unknownActor: ReadNote("unknown_actor", "unknown actor")
    }
  }

  private func of(_ key: String, _ text: String, _ field: String) -> ReadNote {
    ReadNote(key, "\(text): \(field)", ["field": field])
  }
}

extension JSONFault {
  var cause: ReadNote {
    switch self {
    case .unexpectedCharacter: ReadNote("json_character", "invalid JSON: unexpected character")
    case .unexpectedEnd: ReadNote("json_end", "invalid JSON: unexpected end of line")
    case .controlCharacter: ReadNote("json_control", "invalid JSON: control character in a text")
    case .unknownEscape: ReadNote("json_escape", "invalid JSON: unknown escape")
    case .malformedNumber: ReadNote("json_number", "invalid JSON: malformed number")
    case .tooDeep: ReadNote("json_depth", "nested too deeply")
    case .trailing: ReadNote("json_trailing", "invalid JSON: text after the record")
    case .invalidUTF8: .invalidUTF8
    case .notAnObject: ReadNote("json_no_object", "not a JSON object")
    case .tooLong: .tooLong
    }
  }
}

extension CSVFault {
  var cause: ReadNote {
    switch self {
    case .textAfterQuote: ReadNote("csv_after_quote", "invalid CSV: text after a closing quote")
    case .unclosedQuote: ReadNote("csv_open_quote", "invalid CSV: quote never closed")
    case .tooFewFields: ReadNote("csv_few", "too few fields")
    case .tooManyFields: ReadNote("csv_many", "too many fields")
    case .invalidUTF8: .invalidUTF8
    case .tooLong: .tooLong
    }
  }
}

extension ReadNote {
  fileprivate static let invalidUTF8 = ReadNote("utf8", "invalid UTF-8")
  fileprivate static let tooLong = ReadNote("too_long", "longer than 64 MiB")
}

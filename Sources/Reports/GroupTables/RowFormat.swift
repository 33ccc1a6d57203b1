import Events
import Grouping

/// What is the same in all rows of a table, as bytes.
struct RowFormat: Sendable {
  let isJSON: Bool
  /// What stands before each field: `{"id":`, `,"brand":`; or nothing and then commas.
  let leads: [ShortText]
  let end: ShortText
  /// Nil is `null` in JSONL and empty in CSV.
  let null: ShortText
  let words: RowWords
  let marks: MarkFormat

  init(_ fields: [String], _ format: GroupTables.Format) {
    isJSON = format == .jsonl
    leads = fields.enumerated().map { index, field in
      switch format {
      case .jsonl: ShortText("\(index == 0 ? "{" : ",")\"\(field)\":".utf8)
      case .csv: ShortText((index == 0 ? "" : ",").utf8)
      }
    }
    end = ShortText((format == .jsonl ? "}\n" : "\n").utf8)
    null = ShortText((format == .jsonl ? "null" : "").utf8)
    words = RowWords(format)
    marks = MarkFormat(format)
  }

  /// The line of field names in CSV; nothing in JSONL.
  static func header(_ fields: [String], _ format: GroupTables.Format) -> [UInt8] {
    format == .csv ? Array((fields.joined(separator: ",") + "\n").utf8) : []
  }
}

/// How the closes and reopenings of a Conversation stand in a row: a JSON array of `{"at","by"}`; in CSV `at/by`, joined
/// by `|`.
struct MarkFormat: Sendable {
  let opening: ShortText
  let separator: ShortText
  let lead: ShortText
  let middle: ShortText
  let end: ShortText
  let closing: ShortText

  init(_ format: GroupTables.Format) {
    let texts =
      switch format {
      case .jsonl: ["[", ",", #"{"at":""#, #"","by":""#, #""}"#, "]"]
      case .csv: ["", "|", "", "/", "", ""]
      }
    let short = texts.map { ShortText($0.utf8) }
    (opening, separator, lead) = (short[0], short[1], short[2])
    (middle, end, closing) = (short[3], short[4], short[5])
  }
}

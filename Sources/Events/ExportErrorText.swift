import Diagnostics

extension ExportError {
  /// The sentence for a person, and what to do.
  public var diagnostic: Diagnostic {
    switch self {
    case .missingPath(let path):
      .error("no file or folder `\(path)`", help: "check the path of the data")
    case .noKnownFile(let folder, let mapped):
      .error("no export file in `\(folder)`, at any depth", help: mapped ? ExportError.mappedNames : ExportError.names)
    case .unknownField(let field, let path):
      .error("unknown field `\(field)` in the mapping of `\(path)`", help: ExportError.fieldHelp(field))
    case .corruptGzip(let path, let offset):
      .error("`\(path)` is not a whole gzip stream: it breaks at byte \(offset)", help: "copy or export the file again")
    case .file(let error):
      error.diagnostic
    case .noEvent(let records, let rejected, let reason):
      .error(
        "no event in the data: \(records) records, \(rejected) rejected\(reason.map { ", the first for `\($0)`" } ?? "")",
        help: "look at the first record that was rejected; other names of fields need a mapping under `data`")
    case .tooManyFiles(let count):
      .error(
        "\(count) files are more than the \(SourceFile.limit) that can be read",
        help: "join the files of a month into one")
    case .tooManyChannels:
      .error("more than 65,535 channels", help: "check which column is mapped to `channel`")
    }
  }

  private static let names =
    "looked for conversation_items.jsonl, customers.jsonl, agents.jsonl, topics.jsonl, events*.jsonl and events*.csv; "
    + "any may end in .gz"
  private static let mappedNames = "looked for *.jsonl and *.csv; any may end in .gz"

  private static func fieldHelp(_ field: String) -> String {
    let known = NeutralField.allCases.map(\.name)
    let list = "the fields are \(known.joined(separator: ", "))"
    return nearestName(to: field, in: known).map { "did you mean `\($0)`? \(list)" } ?? list
  }
}

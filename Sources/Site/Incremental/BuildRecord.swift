import Files

/// What is kept of a build for the next one: what it was made from, what it told, what it counted. A text file that only
/// its owner may read, as warnings may name what customers wrote.
struct BuildRecord: Sendable {
  var inputs: BuildInputs
  var summary: BuildSummary
  var warnings: [String]
}

extension BuildRecord {
  private static let mark = "triptych build 1"

  func write(to path: String) throws(FileError) {
    let counts = [
      summary.records, summary.rejected, summary.customers, summary.conversations, summary.sessions, summary.contacts,
      summary.pages, summary.files,
    ]
    var lines = [BuildRecord.mark, "counts " + counts.map(String.init).joined(separator: " ")]
    lines += ["audience " + summary.audience] + (summary.expires.map { ["expires " + $0] } ?? [])
    lines += ["as-of " + summary.asOf] + summary.rules.map { "rule " + $0.escapingLines }
    lines += warnings.map { "warning " + $0.escapingLines }
    lines += inputs.settings.map { "setting " + $0.escapingLines }
    lines += inputs.files.map { file in
      "file \(file.content?.description ?? "-") \(file.bytes) \(file.modifiedNanoseconds) \(file.path.escapingLines)"
    }
    try PrivateFile.write(lines.joined(separator: "\n") + "\n", to: path)
  }

  /// - Returns: nil if there is none, or none of this format.
  static func read(_ path: String, index: String) -> BuildRecord? {
    guard let bytes = try? DiskFileSource().read(path) else { return nil }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    guard lines.first == mark[...] else { return nil }
    var record = BuildRecord(
      inputs: BuildInputs(settings: [], files: []), summary: BuildSummary(index: index), warnings: [])
    for line in lines.dropFirst() {
      let parts = line.split(separator: " ", maxSplits: 1)
      guard parts.count == 2, record.add(parts[1], of: parts[0]) else { return nil }
    }
    return record
  }
}

extension BuildRecord {
  private mutating func add(_ text: Substring, of kind: Substring) -> Bool {
    switch kind {
    case "counts": return summary.read(text.split(separator: " ").compactMap { Int($0) })
    case "audience": summary.audience = String(text)
    case "expires": summary.expires = String(text)
    case "as-of": summary.asOf = String(text)
    case "rule": summary.rules.append(text.readingLines)
    case "warning": warnings.append(text.readingLines)
    case "setting": inputs.settings.append(text.readingLines)
    case "file":
      let parts = text.split(separator: " ", maxSplits: 3)
      guard parts.count == 4, let bytes = Int64(parts[1]), let modified = Int64(parts[2]) else { return false }
      inputs.files.append(
        BuildInputs.File(
          path: parts[3].readingLines, bytes: bytes, modifiedNanoseconds: modified,
          content: ContentDigest(String(parts[0]))))
    default: return false
    }
    return true
  }
}

extension BuildSummary {
  fileprivate mutating func read(_ counts: [Int]) -> Bool {
    guard counts.count == 8 else { return false }
    (records, rejected, customers, conversations) = (counts[0], counts[1], counts[2], counts[3])
    (sessions, contacts, pages, files) = (counts[4], counts[5], counts[6], counts[7])
    return true
  }
}

extension StringProtocol {
  /// One line: a backslash and a line feed are escaped.
  fileprivate var escapingLines: String {
    String(flatMap { $0 == "\\" ? "\\\\" : $0 == "\n" ? "\\n" : $0 == "\r\n" ? "\\r\\n" : String($0) })
  }

  fileprivate var readingLines: String {
    var text = ""
    var isEscaped = false
    for character in self {
      if isEscaped {
        text.append(character == "n" ? "\n" : character == "r" ? "\r" : character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        text.append(character)
      }
    }
    return text
  }
}

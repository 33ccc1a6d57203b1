/// A file's text, divided into its front matter and the rest.
struct MarkdownFile {
  let hasFrontMatter: Bool
  /// What stands between the `---` lines.
  let matter: String
  let body: [UInt8]
  /// Of the body, in the file.
  let firstLine: Int

  init(_ bytes: [UInt8]) {
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    let lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
    guard let first = lines.first, isRule(first), let end = lines.dropFirst().firstIndex(where: isRule) else {
      (hasFrontMatter, matter, body, firstLine) = (false, "", Array(text), 1)
      return
    }
    hasFrontMatter = true
    matter = String(decoding: text[lines[1].startIndex..<lines[end].startIndex], as: UTF8.self)
    body = end + 1 < lines.count ? Array(text[lines[end + 1].startIndex...]) : []
    firstLine = end + 2
  }
}

private func isRule(_ line: ArraySlice<UInt8>) -> Bool {
  line.starts(with: "---".utf8) && line.dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }
}

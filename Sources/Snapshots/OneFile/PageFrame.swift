import Crypto
import Diagnostics
import Foundation
import HTML
import Templating
import Wording

/// The page around the content of a one-file snapshot: what is seen before its first page is, and the script that opens
/// it. Nothing of the site stands in it.
public struct PageFrame: Sendable {
  /// What stands before the parts, between them and the seal, and behind it.
  struct Pieces {
    var before: [UInt8]
    var between: [UInt8]
    var after: [UInt8]
  }

  private let words: Words
  private let template: Template
  private let script: [UInt8]
  private let style: [UInt8]

  private static let schema = Schema(
    "snapshot",
    [
      .text("lang"), .text("script_hash"), .text("style_hash"), .markup("style"), .markup("script"), .markup("head"),
      .markup("parts"), .markup("seal"), .flag("locked"),
    ])

  /// - Parameters:
  ///   - templates: with `snapshot/open`.
  ///   - script, style: `snapshot/open.js` and `snapshot/open.css`.
  public init(words: Words, templates: TemplateLibrary, script: [UInt8], style: [UInt8]) throws(Diagnostics) {
    self.words = words
    self.script = script
    self.style = style
    template = try templates.compile("snapshot/open", for: PageFrame.schema)
  }
}

extension PageFrame {
  /// - Parameter lock: of an encrypted page.
  func pieces(lock: PageKey.Lock?) -> Pieces {
    // No template can hold a mark, as no text can hold a zero byte.
    let marks: [[UInt8]] = [[0, 1], [0, 2]]
    var values = Values(PageFrame.schema)
    let root = values.root
    values.set(PageFrame.schema["lang"], of: root, text: words.language)
    values.set(PageFrame.schema["script_hash"], of: root, text: PageFrame.hash(script))
    values.set(PageFrame.schema["style_hash"], of: root, text: PageFrame.hash(style))
    values.set(PageFrame.schema["locked"], of: root, flag: lock != nil)
    for (name, bytes) in [
      ("style", style), ("script", script), ("head", head(lock)), ("parts", marks[0]), ("seal", marks[1]),
    ] {
      values.set(PageFrame.schema[name], of: root, markup: Markup(trusted: bytes))
    }
    var page: [UInt8] = []
    template.render(values, into: &page)
    let cuts = marks.map { mark in page.indices.dropLast().first { page[$0] == mark[0] && page[$0 + 1] == mark[1] } }
    guard let first = cuts[0], let second = cuts[1], first < second else {
      preconditionFailure("the template of a snapshot has a place for the parts, and behind it one for the seal")
    }
    return Pieces(
      before: Array(page[..<first]), between: Array(page[(first + 2)..<second]), after: Array(page[(second + 2)...]))
  }

  /// What the script needs before it has read the manifest, as JSON.
  private func head(_ lock: PageKey.Lock?) -> [UInt8] {
    let prefix = "snapshot."
    let sentences = words.constants.filter { $0.key.hasPrefix(prefix) }
      .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      .map { "\(String($0.key.dropFirst(prefix.count)).quotedForJSON): \($0.value.quotedForJSON)" }
    let locked = lock.map { lock in
      "\"lock\": {\"rounds\": \(lock.rounds), \"salt\": \"\(lock.salt)\", \"nonce\": \"\(lock.nonce)\", "
        + "\"check\": \"\(lock.check)\"}, "
    }
    let months = words["format.months_long"].split(separator: " ").map(\.quotedForJSON)
    return Array(
      ("{\"format\": \(Manifest.format.quotedForJSON), \"part\": \(PageParts.size), \(locked ?? "")"
        + "\"months\": [\(months.joined(separator: ", "))], \"words\": {\(sentences.joined(separator: ", "))}}").utf8)
  }

  private static func hash(_ bytes: [UInt8]) -> String { Data(SHA256.hash(data: bytes)).base64EncodedString() }
}

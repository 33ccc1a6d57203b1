/// The list of what a snapshot holds, with SHA-256 of every file: JSON with one file a line, so that a list of a
/// million files is written and read piece by piece.
///
///     {
///       "format": "triptych snapshot 1",
///       "program": "triptych 0.1.0",
///       …
///       "files": [
///         {"path": "index.html", "bytes": 20480, "sha256": "…"}
///       ],
///       "content": "…",
///       "seal": "…"
///     }
///
/// `content` is SHA-256 over the lines of the files: the same for the same files, whatever holds them. `seal` is SHA-256
/// over all that stands before its line.
enum Manifest {
  static let format = "triptych snapshot 1"
  /// Its file's name in a zip.
  static let name = "snapshot.json"

  struct File: Equatable, Sendable, Decodable {
    var path: String
    var bytes: Int
    var sha256: String
  }
}

extension StringProtocol {
  /// As a string of JSON that may also stand inside a script of a page.
  var quotedForJSON: String {
    var text = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"", "\\": text += "\\\(scalar)"
      case "<", ">", "&", "\u{2028}", "\u{2029}", "\0"..<" ", "\u{7F}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }
}

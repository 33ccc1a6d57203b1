import HTML

extension Markup {
  /// A table's rows below its head as text, cells parted by ` | `; pictures are left out.
  func rows(of id: String) -> [String] {
    guard let table = text.pieces(by: "id=\"\(id)\"").dropFirst().first,
      let body = table.pieces(by: "<tbody>").dropFirst().first?.pieces(by: "</table>").first
    else { return [] }
    return body.pieces(by: "<tr").dropFirst().map { row in
      row.pieces(by: "\n").filter { $0.hasPrefix("<th ") || $0.hasPrefix("<td") }
        .map { $0.replacing(/<svg.*<\/svg>/, with: "").plain.onOneLine }.joined(separator: " | ")
    }
  }

  /// What figures say: title, value, change and note.
  var figures: [String] {
    text.pieces(by: "<div class=\"fig\">").dropFirst().map { figure in
      figure.replacing(/(?s)<svg.*?<\/svg>/, with: "").replacing("<small>", with: " ").plain.onOneLine
    }
  }
}

extension String {
  func pieces(by separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }

  var onOneLine: String { split { $0.isWhitespace }.joined(separator: " ") }
}

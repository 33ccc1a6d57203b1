import HTML

/// Writes tables. Their cells are inline Markdown, parsed by libcmark all at once: each as a heading on a line of its
/// own, since a heading takes any inline text, and the page behind them, so that its definitions of links apply.
struct TableRenderer {
  /// What a table is called for those who do not see it; nil in a message, where it is no landmark.
  let label: String?
  private let tables: [PipeTable]
  private let source: [UInt8]

  init(_ tables: [PipeTable], source: UnsafeBufferPointer<UInt8>, label: String?) {
    self.tables = tables
    self.label = label
    var text: [UInt8] = []
    for cell in tables.flatMap({ $0.header + $0.rows.joined() }) {
      text += Array("# ".utf8) + cell.text + Array(" #\n".utf8)
    }
    self.source = tables.isEmpty ? [] : text + Array("\n".utf8) + source
  }
}

extension TableRenderer {
  /// Renders every table, in order. `willRender` is told the line and the node of the cell that comes next.
  func render<Policy: MarkupPolicy>(
    policy: inout Policy, willRender: (inout Policy, _ line: Int, _ cell: Node) -> Void
  ) -> [Markup] {
    guard !tables.isEmpty else { return [] }
    return source.withUnsafeBufferPointer { text in
      SyntaxTree.parse(text) { root in
        var cells = root.children.makeIterator()
        return tables.enumerated().map { index, table in
          var output = openTag(number: index + 1)
          render(row: table.header, of: table, isHeader: true, into: &output) {
            render($0, cells.next(), policy: &policy, willRender: willRender)
          }
          output.append("</thead>\n<tbody>\n")
          for row in table.rows {
            render(row: row, of: table, isHeader: false, into: &output) {
              render($0, cells.next(), policy: &policy, willRender: willRender)
            }
          }
          output.append("</tbody>\n</table></div>\n")
          return Markup(trusted: output)
        }
      }
    }
  }
}

extension TableRenderer {
  private func openTag(number: Int) -> [UInt8] {
    var output = Array("<div class=\"scroll\" tabindex=\"0\"".utf8)
    if let label {
      output.append(" role=\"region\" aria-label=\"")
      output.appendEscaped(number == 1 ? label : "\(label) \(number)")
      output.append("\"")
    }
    output.append("><table class=\"tbl\">\n<thead>\n")
    return output
  }

  private func render(
    row: [PipeTable.Cell], of table: PipeTable, isHeader: Bool, into output: inout [UInt8],
    cell renderCell: (PipeTable.Cell) -> [UInt8]
  ) {
    output.append("<tr>")
    for (column, cell) in row.enumerated() {
      let inside = renderCell(cell)
      let isHeading = (isHeader || column == 0) && !inside.isEmpty
      output.append(isHeading ? "<th" : "<td")
      if isHeading { output.append(isHeader ? " scope=\"col\"" : " scope=\"row\"") }
      if table.isRightAligned[column] { output.append(" class=\"num\"") }
      output.append(">")
      output += inside
      output.append(isHeading ? "</th>" : "</td>")
    }
    addMissing(table.header.count - row.count, into: &output)
    output.append("</tr>\n")
  }

  /// One cell for all that a short row lacks, however many: a text of n bytes must not make n² cells.
  private func addMissing(_ count: Int, into output: inout [UInt8]) {
    guard count > 0 else { return }
    output.append("<td colspan=\"")
    output.append(decimal: count)
    output.append("\"></td>")
  }

  private func render<Policy: MarkupPolicy>(
    _ cell: PipeTable.Cell, _ heading: Node?, policy: inout Policy,
    willRender: (inout Policy, _ line: Int, _ cell: Node) -> Void
  ) -> [UInt8] {
    guard let heading else { return [] }
    willRender(&policy, cell.line, heading)
    var renderer = TreeRenderer(policy: policy)
    renderer.renderInside(heading)
    policy = renderer.policy
    return renderer.output
  }
}

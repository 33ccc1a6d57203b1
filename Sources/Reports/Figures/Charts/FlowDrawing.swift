import Charts
import Diagnostics
import HTML
import SQL

/// Where things went: links between names, in columns by the longest way to each.
struct FlowDrawing {
  let frame: ChartFrame
}

private struct FlowLink {
  var from: Int
  var to: Int
  var value: Int
}

extension FlowDrawing {
  func draw() throws(Diagnostics) -> FigureDrawing? {
    let (names, links) = try read()
    guard links.contains(where: { $0.value > 0 }) else { return nil }
    let columns = try columns(names, links)
    let words = frame.context.words
    let values = names.indices.map { value(of: $0, links) }
    let nodes = names.indices.map { index in
      Flow.Node(
        column: columns[index], value: values[index], role: role(names[index]), number: words.number(values[index]),
        words: [names[index]])
    }
    let ribbons = links.map { link in
      Flow.Ribbon(
        from: link.from, to: link.to, value: link.value, role: role(names[link.from]),
        title: title(names[link.from], names[link.to], link.value))
    }
    let description = frame.said ?? describe(names, links)
    let chart = Flow(caption: frame.caption(description), nodes: nodes, ribbons: ribbons)
    return FigureDrawing(
      chart: chart.render(), description: description,
      columns: [
        .head(frame.column("from_column").title), .init(frame.column("to_column").title),
        .init(frame.column("value").title, .number),
      ],
      rows: links.map { link in
        Table.Row([.text(names[link.from]), .text(names[link.to]), .number(words.number(link.value), link.value)])
      })
  }

  /// Names in the order in which they come.
  private func read() throws(Diagnostics) -> ([String], [FlowLink]) {
    var names: [String] = []
    func place(_ name: String) -> Int {
      if let known = names.firstIndex(where: { ExactText($0) == ExactText(name) }) { return known }
      names.append(name)
      return names.count - 1
    }
    var links: [FlowLink] = []
    let values = try frame.counts("value")
    let missing = frame.context.words["table.missing"]
    for (row, pair) in zip(frame.values("from_column"), frame.values("to_column")).enumerated() {
      let ends = [pair.0, pair.1].map { $0.isNothing ? missing : $0.plain }
      links.append(FlowLink(from: place(ends[0]), to: place(ends[1]), value: values[row]))
      guard names.count <= 60 else {
        throw frame.desk.fail("found more than 60 names in the flow, expected at most 60", help: "group the rows")
      }
    }
    return (names, links)
  }

  /// By the longest way from a name that nothing leads to.
  private func columns(_ names: [String], _ links: [FlowLink]) throws(Diagnostics) -> [Int] {
    var columns = Array(repeating: 0, count: names.count)
    for round in 0...names.count {
      var moved: FlowLink?
      for link in links where link.value > 0 && columns[link.to] <= columns[link.from] {
        columns[link.to] = columns[link.from] + 1
        moved = link
      }
      guard let moved else { return columns }
      if round == names.count || moved.from == moved.to {
        throw frame.desk.fail(
          "the links of the query `\(frame.rows.query ?? "")` go round in a circle, through `\(names[moved.to])`, "
            + "expected each to lead on", help: "give a name that comes twice two names, such as `Team, again`")
      }
    }
    return columns
  }

  private func value(of node: Int, _ links: [FlowLink]) -> Int {
    max(
      links.filter { $0.from == node }.map(\.value).reduce(0, +),
      links.filter { $0.to == node }.map(\.value).reduce(0, +))
  }

  private func role(_ name: String) -> Role { frame.spec.roles.first { $0.series == name }?.role ?? frame.role }

  private func title(_ from: String, _ to: String, _ value: Int) -> String {
    let words = frame.context.words
    return words.fill("figures.say.ribbon", ["from": from, "to": to, "value": words.number(value)])
  }

  private func describe(_ names: [String], _ links: [FlowLink]) -> String {
    let widest = links.indices.max { (links[$0].value, $1) < (links[$1].value, $0) } ?? 0
    let words = frame.context.words
    return words.fill(
      "figures.say.flow",
      [
        "from": names[links[widest].from], "to": names[links[widest].to], "value": words.number(links[widest].value),
      ])
  }
}

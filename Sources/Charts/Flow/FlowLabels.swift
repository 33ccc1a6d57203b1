/// The lines written at the right of a node: its own, and those of the ribbons that leave it, none on another.
struct FlowLabels {
  /// Baselines are from the node's top.
  private(set) var lines: [FlowLayout.Line] = []

  init(_ flow: Flow, node index: Int, height: Double, ribbons sizes: [Double]) {
    let node = flow.nodes[index]
    guard node.value > 0 else { return }
    let fit = FlowWords(column: node.column, columns: (flow.nodes.map(\.column).max() ?? 0) + 1)
    var top = 0.0
    var own: (top: Double, height: Double)?
    var others: [FlowLayout.Line] = []
    for (ribbon, size) in zip(flow.ribbons, sizes) where ribbon.from == index && size > 0 {
      if let label = ribbon.label {
        let isThin = size < 19 && !others.isEmpty
        others.append(FlowLabels.line(label, fit, middle: isThin ? others[others.count - 1].baseline : top + size / 2))
      } else if own == nil {
        own = (top, size)
      }
      top += size
    }
    let place = others.isEmpty ? (top: 0, height: height) : own ?? (top: 0, height: min(height, 22))
    let isLast = !flow.ribbons.contains { $0.from == index }
    lines = FlowLabels.block(node, fit, middle: place.top + place.height / 2, room: isLast ? .infinity : place.height)
    lines = (lines + others).sorted { $0.baseline < $1.baseline }
    spread()
  }
}

extension FlowLabels {
  private static func line(_ label: Flow.Label, _ fit: FlowWords, middle: Double) -> FlowLayout.Line {
    var line = fit.line(baseline: middle + 4.5, number: label.number, words: label.words)
    (line.isQuiet, line.lead) = (label.isQuiet, 19)
    return line
  }

  /// The number and its words: below one another if the room is high enough, else on one line.
  private static func block(
    _ node: Flow.Node, _ fit: FlowWords, middle: Double, room: Double
  ) -> [FlowLayout.Line] {
    let count = Double(node.words.count + 1)
    guard room >= 17 * count else {
      let more = node.words.dropFirst().joined(separator: " ")
      return [fit.line(baseline: middle + 4.5, number: node.number, words: node.words.first ?? "", more: more)]
    }
    let first = middle + 4.5 - 8.5 * (count - 1)
    let words = node.words.enumerated().map {
      fit.line(baseline: first + 17 * Double($0.offset + 1), words: $0.element)
    }
    return [FlowLayout.Line(baseline: first, number: node.number)] + words
  }

  private mutating func spread() {
    for index in lines.indices.dropFirst() {
      lines[index].baseline = max(lines[index].baseline, lines[index - 1].baseline + lines[index].lead)
    }
  }
}

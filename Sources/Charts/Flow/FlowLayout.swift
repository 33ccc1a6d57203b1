/// Where a flow's nodes, ribbons and labels stand. Everything is in pixels but x, which is in percent.
struct FlowLayout {
  /// A line of a label: a number, words, and words that go where there is little room.
  struct Line {
    var baseline: Double
    var number: String?
    var words = ""
    var more = ""
    var isQuiet = false
    /// All the words, if some are not printed.
    var title: String?
    /// How far below the line before it this one stands at least.
    var lead = 17.0
  }

  struct Box {
    var x = 0.0
    var top = 0.0
    var height = 0.0
    /// From the box's top.
    var lines: [Line] = []
  }

  struct Band {
    var left: Double
    var leftTop: Double
    var right: Double
    var rightTop: Double
    var height: Double
  }

  private(set) var boxes: [Box]
  /// One for each ribbon; none for nothing.
  private(set) var bands: [Band?]
  private(set) var height = 0.0

  init(_ flow: Flow) {
    boxes = flow.nodes.map { _ in Box() }
    bands = flow.ribbons.map { _ in nil }
    let sizes = measure(flow)
    for index in flow.nodes.indices {
      boxes[index].lines = FlowLabels(flow, node: index, height: boxes[index].height, ribbons: sizes).lines
    }
    stack(flow)
    join(flow, sizes)
  }
}

extension FlowLayout {
  static var nodeWidth: Double { 1.1 }
  /// Where the last column stands, in percent: its words need room.
  static var lastColumn: Double { 75 }
  /// The height of the whole.
  static var plot: Double { 212 }
  static var gap: Double { 30 }
  /// What is not nothing stays visible.
  static var least: Double { 1.5 }
}

extension FlowLayout {
  /// Sets the boxes' heights; returns the ribbons'.
  private mutating func measure(_ flow: Flow) -> [Double] {
    let columns = Set(flow.nodes.map(\.column))
    let totals = columns.map { column in flow.nodes.reduce(0) { $0 + ($1.column == column ? max($1.value, 0) : 0) } }
    let scale = FlowLayout.plot / Double(max(1, totals.max() ?? 1))
    let sizes = flow.ribbons.map { isDrawn($0, in: flow) ? max(FlowLayout.least, Double($0.value) * scale) : 0 }
    for (index, node) in flow.nodes.enumerated() where node.value > 0 {
      let out = zip(flow.ribbons, sizes).reduce(0) { $0 + ($1.0.from == index ? $1.1 : 0) }
      let into = zip(flow.ribbons, sizes).reduce(0) { $0 + ($1.0.to == index ? $1.1 : 0) }
      boxes[index].height = max(FlowLayout.least, Double(node.value) * scale, out, into)
    }
    return sizes
  }

  private func isDrawn(_ ribbon: Flow.Ribbon, in flow: Flow) -> Bool {
    let isJoined = flow.nodes.indices.contains(ribbon.from) && flow.nodes.indices.contains(ribbon.to)
    return ribbon.value > 0 && isJoined && flow.nodes[ribbon.from].value > 0 && flow.nodes[ribbon.to].value > 0
  }

  /// Puts each column's boxes below one another, as far apart as their labels need, all columns about one middle.
  private mutating func stack(_ flow: Flow) {
    let last = flow.nodes.map(\.column).max() ?? 0
    for column in 0...last {
      let members = flow.nodes.indices.filter { flow.nodes[$0].column == column && flow.nodes[$0].value > 0 }
      var bottom = 0.0
      var labelBottom = -Double.infinity
      for (place, index) in members.enumerated() {
        let labelTop = boxes[index].labelTop
        boxes[index].x = last > 0 ? (FlowLayout.lastColumn * Double(column) / Double(last)).rounded(.down) : 0
        boxes[index].top = place == 0 ? 0 : max(bottom + FlowLayout.gap, labelBottom + 6 - min(labelTop, 0))
        bottom = boxes[index].top + boxes[index].height
        labelBottom = boxes[index].top + boxes[index].labelBottom
      }
      for index in members { boxes[index].top -= bottom / 2 }
    }
    settle(flow.nodes.indices.filter { flow.nodes[$0].value > 0 })
  }

  /// Moves everything below the top edge and sets the picture's height.
  private mutating func settle(_ drawn: [Int]) {
    let top = drawn.map { min(boxes[$0].top - 26, boxes[$0].top + boxes[$0].labelTop - 4) }.min() ?? 0
    for index in drawn { boxes[index].top -= top }
    height = drawn.map { boxes[$0].top + max(boxes[$0].height + 10, boxes[$0].labelBottom + 4) }.max() ?? 26
    height = height.rounded(.up)
  }

  private mutating func join(_ flow: Flow, _ sizes: [Double]) {
    var used = flow.nodes.map { _ in (out: 0.0, into: 0.0) }
    for (index, ribbon) in flow.ribbons.enumerated() where sizes[index] > 0 {
      let (from, to) = (boxes[ribbon.from], boxes[ribbon.to])
      bands[index] = Band(
        left: from.x + FlowLayout.nodeWidth, leftTop: from.top + used[ribbon.from].out, right: to.x,
        rightTop: to.top + used[ribbon.to].into, height: sizes[index])
      used[ribbon.from].out += sizes[index]
      used[ribbon.to].into += sizes[index]
    }
  }
}

extension FlowLayout.Box {
  /// From the box's top.
  var labelTop: Double { lines.first.map { $0.baseline - 13 } ?? 0 }
  var labelBottom: Double { lines.last.map { $0.baseline + 5 } ?? 0 }
}

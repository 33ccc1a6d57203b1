import HTML

/// Where things went, in columns left to right: a node's height is its value, and ribbons join it to what came next.
/// Nodes and ribbons of nothing are left out.
public struct Flow: Chart {
  public struct Node: Equatable, Sendable {
    /// From 0 at the left.
    public var column: Int
    public var value: Int
    public var role: Role
    /// The value as it is printed.
    public var number: String
    /// What is counted, a line each. A node too low for them has them on one line, and where there is little room the
    /// first alone.
    public var words: [String]

    public init(column: Int, value: Int, role: Role, number: String, words: [String]) {
      self.column = column
      self.value = value
      self.role = role
      self.number = number
      self.words = words
    }
  }

  public struct Ribbon: Equatable, Sendable {
    /// Its nodes, by their place in the list.
    public var from: Int
    public var to: Int
    public var value: Int
    public var role: Role
    public var title: String
    /// Printed where the ribbon begins, if anything.
    public var label: Label?

    public init(from: Int, to: Int, value: Int, role: Role, title: String, label: Label? = nil) {
      self.from = from
      self.to = to
      self.value = value
      self.role = role
      self.title = title
      self.label = label
    }
  }

  public struct Label: Equatable, Sendable {
    public var number: String
    public var words: String
    /// Prints the number no larger than the words.
    public var isQuiet: Bool

    public init(number: String, words: String, isQuiet: Bool = false) {
      self.number = number
      self.words = words
      self.isQuiet = isQuiet
    }
  }

  public var caption: Caption
  /// In a column, top to bottom.
  public var nodes: [Node]
  /// At a node, top to bottom.
  public var ribbons: [Ribbon]

  public init(caption: Caption, nodes: [Node], ribbons: [Ribbon]) {
    self.caption = caption
    self.nodes = nodes
    self.ribbons = ribbons
  }
}

extension Flow {
  public func render(into out: inout [UInt8]) {
    let layout = FlowLayout(self)
    out.openChart("chart chart--flush flow", height: layout.height, caption)
    appendRibbons(layout, to: &out)
    for (index, node) in nodes.enumerated() where node.value > 0 {
      let box = layout.boxes[index]
      let width = Coordinate.percent(FlowLayout.nodeWidth)
      out.appendRect(node.role.fill, x: .percent(box.x), y: box.top, width: width, height: box.height)
    }
    for index in nodes.indices where nodes[index].value > 0 {
      for line in layout.boxes[index].lines { append(line, of: layout.boxes[index], to: &out) }
    }
    out.append("</svg>")
  }
}

extension Flow {
  private func appendRibbons(_ layout: FlowLayout, to out: inout [UInt8]) {
    out.append("<svg width=\"100%\"")
    out.append(attribute: " height=\"", .pixels(layout.height))
    out.append(" viewBox=\"0 0 100 ")
    out.append(number: layout.height)
    out.append("\" preserveAspectRatio=\"none\">")
    for (ribbon, band) in zip(ribbons, layout.bands) {
      guard let band else { continue }
      out.append("<g class=\"ribbon\">")
      out.appendTitle(ribbon.title)
      append(band, ribbon.role, to: &out)
      out.append("</g>")
    }
    out.append("</svg>")
  }

  /// Two curves with level ends.
  private func append(_ band: FlowLayout.Band, _ role: Role, to out: inout [UInt8]) {
    let middle = (band.left + band.right) / 2
    out.append("<path class=\"")
    out.append(role.ribbon)
    out.append("\" d=\"M")
    out.append(curve: band.left, band.leftTop, middle, band.right, band.rightTop)
    out.append("V")
    out.append(number: band.rightTop + band.height)
    out.append("C")
    out.append(points: [middle, band.rightTop + band.height, middle, band.leftTop + band.height])
    out.append(" ")
    out.append(points: [band.left, band.leftTop + band.height])
    out.append("Z\"/>")
  }

  private func append(_ line: FlowLayout.Line, of box: FlowLayout.Box, to out: inout [UInt8]) {
    let x = Coordinate.percent(box.x + FlowLayout.nodeWidth)
    out.openText(x: x, dx: 10, y: box.top + line.baseline)
    if let title = line.title { out.appendTitle(title) }
    if let number = line.number {
      out.append(line.isQuiet ? "<tspan>" : "<tspan class=\"n\">")
      out.appendEscaped(number)
      out.append("</tspan>")
    }
    if line.number != nil && !line.words.isEmpty { out.append(" ") }
    out.appendEscaped(line.words)
    if !line.more.isEmpty {
      out.append("<tspan class=\"wide\"> ")
      out.appendEscaped(line.more)
      out.append("</tspan>")
    }
    out.append("</text>")
  }
}

extension [UInt8] {
  fileprivate mutating func append(curve x0: Double, _ y0: Double, _ middle: Double, _ x1: Double, _ y1: Double) {
    append(points: [x0, y0])
    append("C")
    append(points: [middle, y0, middle, y1])
    append(" ")
    append(points: [x1, y1])
  }

  fileprivate mutating func append(points: [Double]) {
    for (index, number) in points.enumerated() {
      if index > 0 { append(" ") }
      append(number: number)
    }
  }
}

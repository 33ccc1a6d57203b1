/// Five steps of shade, whose edges are the fifths of the largest cell, rounded. The largest cell is always in the
/// fifth: where a fifth is less than one, the edges are not rounded.
struct HeatSteps {
  static let fills: [StaticString] = ["h1", "h2", "h3", "h4", "h5"]
  static let texts: [StaticString] = ["v v1", "v v2", "v v3", "v v4", "v v5"]

  private let edges: [Double]

  init(most: Int) {
    let fifth = Double(most) / 5
    edges = (1...4).map { fifth < 1 ? fifth * Double($0) : (fifth * Double($0)).rounded() }
  }

  /// The step of a value more than zero, 0 to 4.
  func step(of value: Int) -> Int { edges.count { $0 < Double(value) } }
}

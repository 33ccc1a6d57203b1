/// Which row of its lane a bar stands in. Bars that do not overlap have the lane to themselves.
struct LaneRow: Equatable {
  var row: Int
  /// How many rows share the lane there.
  var of: Int
}

extension LaneRow {
  static var most: Int { 4 }

  /// The rows of bars given in the order in which they begin. Bars that only touch do not overlap; more than four at once
  /// share the last row.
  static func assign(_ spans: [(from: Int64, to: Int64)]) -> [LaneRow] {
    var rows = spans.map { _ in LaneRow(row: 0, of: 1) }
    var cluster = 0
    var ends: [Int64] = []
    for (index, span) in spans.enumerated() {
      if ends.allSatisfy({ $0 <= span.from }) {
        cluster = index
        ends = []
      }
      let free = ends.firstIndex { $0 <= span.from } ?? min(ends.count, most - 1)
      let end = max(span.to, span.from + 1)
      if free < ends.count { ends[free] = max(ends[free], end) } else { ends.append(end) }
      rows[index].row = free
      for member in cluster...index { rows[member].of = ends.count }
    }
    return rows
  }
}

import Charts

/// How each series of a chart is drawn: the author's roles first; what has none is drawn in the Conversations' colour
/// and in ink by turns, since the others' colours mean something. Series of one colour differ by pattern.
enum PlotStyles {
  /// More cannot be told apart.
  static let most = 8

  static func styles(_ names: [String], role: Role?, roles: [(series: String, role: Role)]) -> [PlotStyle] {
    let named = names.map { name in roles.first { $0.series == name }?.role }
    var used: Set<PlotStyle> = []
    var plain = 0
    return named.map { named in
      var wishes = PlotStyle.Pattern.allCases.map { PlotStyle(named, $0) }
      if named == nil {
        wishes = unnamed(role ?? .conv)
        wishes = Array(wishes[plain...] + wishes[..<plain])
        plain = (plain + 1) % wishes.count
      }
      let style = wishes.first { !used.contains($0) } ?? wishes[0]
      used.insert(style)
      return style
    }
  }

  /// Neighbours differ by colour and pattern, since ink and a colour look much the same in print.
  private static func unnamed(_ role: Role) -> [PlotStyle] {
    [
      PlotStyle(role), PlotStyle(nil, .diagonal), PlotStyle(role, .dots), PlotStyle(nil, .cross),
      PlotStyle(role, .diagonal), PlotStyle(nil), PlotStyle(role, .cross), PlotStyle(nil, .dots),
    ]
  }
}

import Charts

/// How each series of a chart is drawn: the author's roles first. What has none may not take their colours, which mean
/// something: areas get steps of slate, from dark to light, and all others together grey; lines the Conversations' colour and ink by turns, with dashes.
/// Series of one colour differ by pattern.
enum PlotStyles {
  /// More cannot be told apart.
  static let most = 8

  static func styles(
    _ names: [String], role: Role?, roles: [(series: String, role: Role)], areLines: Bool
  ) -> [PlotStyle] {
    let named = names.map { name in roles.first { $0.series == name }?.role }
    let areOthers = { (name: String) in name.isEmpty && !areLines }
    let plainCount = zip(names, named).count { $1 == nil && !areOthers($0) }
    let shades = areLines || named.count < 2 ? [] : shades(plainCount)
    var used: Set<PlotStyle> = []
    var plain = 0
    return zip(names, named).map { name, named in
      if areOthers(name), names.count > 1 { return PlotStyle(shade: 0) }
      var wishes = PlotStyle.Pattern.allCases.map { PlotStyle(named, $0) }
      if named == nil {
        wishes = shades.isEmpty ? unnamed(role ?? .conv) : shades
        wishes = Array(wishes[plain...] + wishes[..<plain])
        plain = (plain + 1) % wishes.count
      }
      let style = wishes.first { !used.contains($0) } ?? wishes[0]
      used.insert(style)
      return style
    }
  }

  /// From dark to light, as far apart as so many can be; past five again with a pattern.
  private static func shades(_ count: Int) -> [PlotStyle] {
    let steps =
      switch count {
      case ...2: [5, 2]
      case 3: [5, 3, 1]
      case 4: [5, 4, 2, 1]
      default: [5, 4, 3, 2, 1]
      }
    return steps.map { PlotStyle(shade: $0) } + [2, 4, 3].map { PlotStyle(shade: $0, .diagonal) }
  }

  /// Neighbours differ by colour and pattern, since ink and a colour look much the same in print.
  private static func unnamed(_ role: Role) -> [PlotStyle] {
    [
      PlotStyle(role), PlotStyle(nil, .diagonal), PlotStyle(role, .dots), PlotStyle(nil, .cross),
      PlotStyle(role, .diagonal), PlotStyle(nil), PlotStyle(role, .cross), PlotStyle(nil, .dots),
    ]
  }
}

import Charts

/// How each series of a chart is drawn: the author's roles first; what has none is drawn in the Conversations' colour
/// and in ink by turns, since the others' colours mean something. Series of one colour differ by pattern.
enum PlotStyles {
  /// More cannot be told apart.
  static let most = 8

  static func styles(_ names: [String], role: Role?, roles: [(series: String, role: Role)]) -> [PlotStyle] {
    var uses: [Role?: Int] = [:]
    var plain = 0
    return names.map { name in
      let named = roles.first { $0.series == name }?.role ?? (names.count == 1 ? role : nil)
      let chosen: Role? = named ?? (plain % 2 == 0 ? role ?? .conv : nil)
      if named == nil { plain += 1 }
      let use = uses[chosen, default: 0]
      uses[chosen] = use + 1
      return PlotStyle(chosen, PlotStyle.Pattern.allCases[use % PlotStyle.Pattern.allCases.count])
    }
  }
}

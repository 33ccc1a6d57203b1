/// The store's channels as grouping needs them: the route of each, and their order by name.
struct ChannelPlan: Sendable {
  let routes: [Rules.Route]
  /// Whether any channel's route is `responder`.
  let looksAhead: Bool
  /// The place of each among all names in byte order.
  let ranks: [Int]

  init(rules: Rules, channels: [String]) {
    routes = channels.map { rules.routes[$0] ?? rules.route }
    looksAhead = routes.contains(.responder)
    var ranks = [Int](repeating: 0, count: channels.count)
    let sorted = channels.indices.sorted { channels[$0].utf8.lexicographicallyPrecedes(channels[$1].utf8) }
    for (rank, channel) in sorted.enumerated() { ranks[channel] = rank }
    self.ranks = ranks
  }
}

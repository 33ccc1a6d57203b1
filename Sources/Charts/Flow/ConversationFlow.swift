import HTML

/// How Conversations went: how each began, and whether the team was reached. The five paths exclude one another, and
/// every number in the picture is a sum of them.
public struct ConversationFlow: Chart {
  /// How many Conversations took each path.
  public struct Paths: Equatable, Sendable {
    /// Began with the AI, and no Contact followed.
    public var endedInAI: Int
    /// Began with the AI, which handed it to the team.
    public var handedOff: Int
    /// Began with the AI; a Contact followed without a hand-off.
    public var laterDirect: Int
    /// Began with the team.
    public var direct: Int
    /// Holds neither a Session nor a Contact.
    public var neither: Int

    public init(endedInAI: Int, handedOff: Int, laterDirect: Int, direct: Int, neither: Int = 0) {
      self.endedInAI = endedInAI
      self.handedOff = handedOff
      self.laterDirect = laterDirect
      self.direct = direct
      self.neither = neither
    }
  }

  /// What stands beside the numbers, a line each, and what a ribbon is called.
  public struct Words: Equatable, Sendable {
    public var total: [String]
    public var beganWithAI: [String]
    public var direct: [String]
    public var neither: [String]
    public var endedInAI: [String]
    public var reachedTeam: [String]
    public var handedOff: String
    public var laterDirect: String

    public init(
      total: [String], beganWithAI: [String], direct: [String], neither: [String], endedInAI: [String],
      reachedTeam: [String], handedOff: String, laterDirect: String
    ) {
      self.total = total
      self.beganWithAI = beganWithAI
      self.direct = direct
      self.neither = neither
      self.endedInAI = endedInAI
      self.reachedTeam = reachedTeam
      self.handedOff = handedOff
      self.laterDirect = laterDirect
    }
  }

  public var caption: Caption
  public var paths: Paths
  public var words: Words
  /// Writes a count.
  public var number: @Sendable (Int) -> String
  /// Names a ribbon, from its words and its count.
  public var title: @Sendable (String, Int) -> String

  public init(
    caption: Caption, paths: Paths, words: Words, number: @escaping @Sendable (Int) -> String = { String($0) },
    title: @escaping @Sendable (String, Int) -> String
  ) {
    self.caption = caption
    self.paths = paths
    self.words = words
    self.number = number
    self.title = title
  }
}

extension ConversationFlow.Paths {
  public var beganWithAI: Int { endedInAI + handedOff + laterDirect }
  public var reachedTeam: Int { handedOff + laterDirect + direct }
  public var total: Int { beganWithAI + direct + neither }
}

extension ConversationFlow {
  public func render(into out: inout [UInt8]) { flow.render(into: &out) }

  var flow: Flow {
    Flow(
      caption: caption,
      nodes: [
        node(0, paths.total, .conv, words.total),
        node(1, paths.beganWithAI, .ai, words.beganWithAI),
        node(1, paths.direct, .team, words.direct),
        node(1, paths.neither, .conv, words.neither),
        node(2, paths.endedInAI, .ai, words.endedInAI),
        node(2, paths.reachedTeam, .team, words.reachedTeam),
      ],
      ribbons: [
        ribbon(0, 1, paths.beganWithAI, .ai, words.beganWithAI),
        ribbon(0, 2, paths.direct, .team, words.direct),
        ribbon(0, 3, paths.neither, .conv, words.neither),
        ribbon(1, 4, paths.endedInAI, .ai, words.endedInAI),
        ribbon(1, 5, paths.handedOff, .both, [words.handedOff], isLabelled: true),
        ribbon(1, 5, paths.laterDirect, .both, [words.laterDirect], isLabelled: true, isQuiet: true),
        ribbon(2, 5, paths.direct, .team, words.direct),
      ])
  }
}

extension ConversationFlow {
  private func node(_ column: Int, _ value: Int, _ role: Role, _ words: [String]) -> Flow.Node {
    Flow.Node(column: column, value: value, role: role, number: number(value), words: words)
  }

  private func ribbon(
    _ from: Int, _ to: Int, _ value: Int, _ role: Role, _ words: [String], isLabelled: Bool = false,
    isQuiet: Bool = false
  ) -> Flow.Ribbon {
    let words = words.joined(separator: " ")
    let label = Flow.Label(number: number(value), words: words, isQuiet: isQuiet)
    return Flow.Ribbon(
      from: from, to: to, value: value, role: role, title: title(words, value), label: isLabelled ? label : nil)
  }
}

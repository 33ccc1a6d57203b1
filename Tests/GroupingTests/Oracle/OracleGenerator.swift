import Events
import Grouping
import Time

/// Writes random histories that press on boundaries: most instants lie exactly one of the rules' lengths after another
/// event, or a millisecond beside that; lengths are small so that they meet and add up to one another.
struct OracleGenerator {
  private var state: UInt64
  private var history = OracleHistory()
  private var channels: [String] = []
  private var conversations: [String] = []

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_5678_9ABC_DEF1 }

  static func history(seed: UInt64) -> OracleHistory {
    var generator = OracleGenerator(seed: seed)
    return generator.make()
  }
}

extension OracleGenerator {
  private mutating func make() -> OracleHistory {
    makeRules()
    channels = pick([[""], ["chat"], ["", "chat"], ["chat", "email"], ["chat", "voice", ""]])
    conversations = pick([[""], [""], ["", "", "A"], ["", "A", "B"], ["A", "B", "C", ""], ["A"]])
    let count = chance(8) ? 12 + below(20) : 1 + below(12)
    for place in 0..<count { history.events.append(event(place)) }
    restateSome()
    shufflePlaces()
    chooseAsOf()
    return history
  }

  private mutating func makeRules() {
    history.rules.window = length(among: [240, 240, 150, 400, 30, nil])
    history.rules.anchor = pick([.start, .start, .activity, .close])
    history.rules.sessionTimeout = length(among: [100, 100, 100, 50, 240, nil])
    history.rules.quiet = length(among: [100, 100, 40, 150, 1, nil])
    history.rules.contactTimeout = length(among: [nil, nil, nil, 100, 30, 150])
    history.rules.route = pick([.responder, .responder, .ai, .team])
    if chance(3) { history.rules.routes["chat"] = pick([.responder, .ai, .team]) }
    if chance(4) { history.rules.routes["voice"] = pick([.responder, .ai, .team]) }
    if chance(5) { history.rules.routes[""] = pick([.responder, .ai, .team]) }
    history.rules.conversationIDs = chance(4) ? .derive : .trust
  }

  private mutating func event(_ place: Int) -> OracleEvent {
    var event = OracleEvent(id: newID(), at: instant(), kind: .message, actor: .customer, place: place)
    (event.kind, event.actor) = kindAndActor()
    event.channel = pick(channels)
    event.conversation = pick(conversations)
    if event.isAnnotation && chance(5) { event.conversation = "unknown" }
    if chance(6) { event.to = pick([.ai, .team]) }
    if event.actor == .agent { event.actorID = pick(["", "kim", "lee", "lee"]) }
    if chance(12) { event.customer = "other" }
    if chance(25) { event.brand = "outlet" }
    return event
  }

  private mutating func kindAndActor() -> (EventKind, Actor) {
    let any = pick([Actor.customer, .ai, .agent, .system])
    switch below(100) {
    case ..<26: return (.message, .customer)
    case ..<42: return (.message, .ai)
    case ..<55: return (.message, .agent)
    case ..<58: return (.message, .system)
    case ..<64: return (.handoff, any)
    case ..<70: return (.contactStarted, any)
    case ..<74: return (.sessionEnded, any)
    case ..<78: return (.contactEnded, any)
    case ..<82: return (.callEnded, any)
    case ..<89: return (.conversationClosed, any)
    case ..<95: return (.conversationReopened, any)
    default: return (pick([.note, .topic, .other]), any)
    }
  }

  /// At, or a length or two after, an event that is there already.
  private mutating func instant() -> Int64 {
    guard !history.events.isEmpty else { return 1_000 }
    let from = chance(3) ? pick(history.events).at : history.events.map(\.at).max() ?? 0
    switch below(10) {
    case 0...1: return from
    case 2: return from + Int64(below(5))
    case 3: return from + Int64(below(60))
    case 4: return from + ruleLength() + ruleLength() + Int64(below(3)) - 1
    default: return from + ruleLength() + Int64(below(3)) - 1
    }
  }

  private mutating func ruleLength() -> Int64 {
    let rules = history.rules
    let lengths = [rules.window, rules.sessionTimeout, rules.sessionTimeout, rules.quiet, rules.contactTimeout]
    return pick(lengths.compactMap { $0?.milliseconds } + [20])
  }

  /// A later record with an id that is there already: sometimes equal, sometimes another story.
  private mutating func restateSome() {
    while chance(6) {
      var copy = pick(history.events)
      if chance(2) { (copy.kind, copy.actor) = kindAndActor() }
      if chance(2) { copy.at += Int64(below(3)) - 1 }
      copy.place = history.events.count
      history.events.append(copy)
    }
  }

  /// The order of records in files has nothing to do with that of events.
  private mutating func shufflePlaces() {
    for place in history.events.indices {
      let other = below(place + 1)
      history.events[place].place = history.events[other].place
      history.events[other].place = place
    }
  }

  private mutating func chooseAsOf() {
    guard chance(3) else { return }
    history.givenAsOf = pick(history.events).at + (chance(3) ? 0 : ruleLength()) + Int64(below(3)) - 1
  }
}

extension OracleGenerator {
  /// Unused so far, of letters whose order in bytes is not that of an alphabet.
  private mutating func newID() -> String {
    while true {
      let id = (0..<1 + below(3)).map { _ in pick(["a", "B", "-", "_", "9", "é"]) }.joined()
      if !history.events.contains(where: { $0.id == id }) { return id }
    }
  }

  private mutating func length(among lengths: [Int64?]) -> Length? {
    pick(lengths).map { Length(milliseconds: $0) }
  }

  private mutating func chance(_ n: Int) -> Bool { below(n) == 0 }

  private mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }

  private mutating func below(_ n: Int) -> Int { Int(next() % UInt64(n)) }

  /// SplitMix64 (Steele, Lea and Flood, 2014).
  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}

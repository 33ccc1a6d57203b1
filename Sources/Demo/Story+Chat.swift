import Time

/// Chat, SMS and WhatsApp: the AI answers first, the team where the AI hands over.
extension Story {
  mutating func chat(at start: Instant, on channel: Item.Channel) {
    let script = Scripts.chats[random.index(weights: Scripts.chatWeights)]
    let scene = scene(for: script, at: start)
    activity(scene, before: start)
    var thread = ChatThread(channel: channel, session: random.identifier(), scene: scene, clock: start)
    if ShopClock.isOpen(start), random.chance(0.07) {
      speak(script.stem.prefix(1), in: &thread)
      teamTakesOver(script, script.team.drop { $0.speaker != .team }, in: &thread)
    } else if random.chance(0.02) {
      speak(script.stem.prefix(1), in: &thread)
    } else {
      speak(script.stem[...], in: &thread)
      goOn(script, in: &thread)
    }
  }

  /// How the chat with the AI goes on after its beginning: the customer is content, leaves, comes back, or asks for a
  /// person (seldom while nobody is at work).
  private mutating func goOn(_ script: Script, in thread: inout ChatThread) {
    let open = ShopClock.isOpen(thread.clock)
    let back = script.back.isEmpty ? 0.0 : 1.0
    switch random.index(weights: [open ? 30 : 7, 45, 17, 11 * back]) {
    case 0: teamTakesOver(script, script.team[...], in: &thread)
    case 1: speak(script.solved[...], in: &thread)
    case 2: break
    default:
      thread.clock = awake(thread.clock + wait(9000, 32_000))
      speak(script.back[...], in: &thread)
      if random.chance(0.75) { teamTakesOver(script, script.team[...], in: &thread) }
      return
    }
    if random.chance(0.3) { autoTopic(script, thread) }
  }

  private mutating func teamTakesOver(_ script: Script, _ turns: ArraySlice<Script.Turn>, in thread: inout ChatThread) {
    let ask = turns.prefix { $0.speaker != .team }
    speak(ask, in: &thread)
    if random.chance(0.04) { return }
    thread.clock = ShopClock.atWork(thread.clock + wait(25, 1500), &random)
    let answer = turns.dropFirst(ask.count)
    let said = random.chance(0.07) ? answer.prefix(1) : answer
    thread.responder = thread.scene.agent.id
    speak(said, in: &thread, firstAtOnce: true)
    let patience = said.count == answer.count ? thread.clock : thread.clock + wait(600, 5000)
    guard let closed = wrapUp(script, thread.scene, after: patience, closes: 0.82) else { return }
    thread.clock = closed
    if random.chance(0.2) { writeAgain(&thread) }
  }

  /// After the close: the customer has one more thing to say, or an agent opens the conversation again with news.
  private mutating func writeAgain(_ thread: inout ChatThread) {
    let script = random.pick(Scripts.later)
    let agent = Item.Party.agent(thread.scene.agent.id)
    thread.clock = awake(thread.clock + wait(900, 90_000))
    if script.stem.first?.speaker == .team {
      thread.clock = ShopClock.atWork(thread.clock, &random)
      add(.status("OPEN"), by: agent, at: thread.clock)
      thread.clock = thread.clock + wait(10, 150)
      speak(script.stem[...], in: &thread, firstAtOnce: true)
    } else {
      speak(script.stem.prefix(1), in: &thread)
      thread.clock = ShopClock.atWork(thread.clock + wait(60, 1800), &random)
      speak(script.stem.dropFirst(), in: &thread, firstAtOnce: true)
    }
    if random.chance(0.8) { add(.status("CLOSED"), by: agent, at: thread.clock + wait(20, 700)) }
  }

  /// Says the turns one after another; the clock is left at the last of them.
  private mutating func speak(
    _ turns: ArraySlice<Script.Turn>, in thread: inout ChatThread, firstAtOnce: Bool = false
  ) {
    for (i, turn) in turns.enumerated() {
      if !(thread.isNew || firstAtOnce && i == 0) { thread.clock = thread.clock + pause(before: turn.speaker, thread) }
      thread.isNew = false
      let text = random.pick(turn.variants).filled(by: thread.scene)
      let said = turn.speaker == .customer ? spoiled(text) : text
      add(
        .text(thread.channel, said, session: thread.session), by: party(turn.speaker, thread.scene), at: thread.clock,
        responder: thread.responder)
    }
  }

  private mutating func pause(before speaker: Script.Speaker, _ thread: ChatThread) -> Length {
    switch (speaker, thread.channel) {
    case (.ai, _): wait(3, 19)
    case (.customer, .chat): wait(12, 300)
    case (.customer, _): wait(25, 2400)
    case (_, .chat): wait(20, 320)
    default: wait(40, 1200)
    }
  }

  private mutating func autoTopic(_ script: Script, _ thread: ChatThread) {
    add(.topics([topics.id(of: script.topic)]), by: .automation, at: thread.clock + wait(1, 30))
  }

  func party(_ speaker: Script.Speaker, _ scene: Scene) -> Item.Party {
    switch speaker {
    case .customer: .customer
    case .ai: .ai
    case .team, .note: .agent(scene.agent.id)
    }
  }
}

/// A chat, SMS or WhatsApp exchange on its way.
struct ChatThread {
  let channel: Item.Channel
  let session: String
  let scene: Scene
  var clock: Instant
  var responder: String?
  var isNew = true

  init(channel: Item.Channel, session: String, scene: Scene, clock: Instant) {
    self.channel = channel
    self.session = session
    self.scene = scene
    self.clock = clock
  }
}
